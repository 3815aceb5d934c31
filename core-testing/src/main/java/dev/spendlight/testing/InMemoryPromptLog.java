package dev.spendlight.testing;

import dev.spendlight.account.AccountId;
import dev.spendlight.log.CostLine;
import dev.spendlight.log.CostSums;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.LogLimits;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.LogSize;
import dev.spendlight.log.PromptLog;
import dev.spendlight.log.Texts;
import dev.spendlight.metric.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A prompt log that lasts as long as the test. Threads may share one.
public final class InMemoryPromptLog implements PromptLog {
  private final NavigableMap<ExchangeId, Exchange> exchanges = new TreeMap<>();

  @Override
  public synchronized void append(List<Exchange> batch) {
    batch.forEach(each -> exchanges.putIfAbsent(each.id(), each));
  }

  @Override
  public synchronized Optional<Exchange> find(ExchangeId id) {
    return Optional.ofNullable(exchanges.get(id));
  }

  @Override
  public synchronized List<Exchange> find(Set<ExchangeId> ids) {
    return ids.stream().flatMap(id -> find(id).stream()).map(Exchange::withoutTexts).toList();
  }

  @Override
  public synchronized List<Exchange> query(LogQuery query) {
    return exchanges.descendingMap().values().stream()
        .filter(each -> query.before().map(last -> each.id().compareTo(last) < 0).orElse(true))
        .filter(each -> query.account().map(each.subject().account()::equals).orElse(true))
        .filter(each -> query.model().map(each.asked().model()::equals).orElse(true))
        .filter(each -> query.verdicts().isEmpty() || query.verdicts().contains(each.verdict()))
        .filter(each -> !query.withTexts() || each.texts().isPresent())
        .limit(query.limit())
        .toList();
  }

  private record Line(LocalDate day, AccountId account, String model) {}

  @Override
  public synchronized List<CostLine> costs(Optional<AccountId> account, Optional<DateRange> days) {
    Map<Line, CostSums> sums =
        new TreeMap<>(
            Comparator.comparing(Line::day)
                .thenComparing(Line::account)
                .thenComparing(Line::model));
    for (Exchange each : exchanges.values()) {
      if (account.map(each.subject().account()::equals).orElse(true)
          && days.map(range -> range.contains(each.day())).orElse(true)) {
        sums.merge(
            new Line(each.day(), each.subject().account(), each.asked().model()),
            CostSums.of(each),
            CostSums::plus);
      }
    }
    List<CostLine> lines = new ArrayList<>();
    sums.forEach(
        (line, sum) -> lines.add(new CostLine(line.account(), line.model(), line.day(), sum)));
    return lines;
  }

  @Override
  public synchronized LogSize size() {
    return new LogSize(
        exchanges.size(),
        exchanges.values().stream().filter(each -> each.texts().isPresent()).count(),
        exchanges.values().stream().mapToLong(InMemoryPromptLog::size).sum());
  }

  @Override
  public synchronized void rotate(LogLimits limits, Instant now) {
    exchanges.values().removeIf(each -> each.at().isBefore(now.minus(limits.age())));
    while (exchanges.size() > limits.exchanges()) {
      exchanges.pollFirstEntry();
    }
    long left = limits.textBytes();
    for (Exchange each : exchanges.descendingMap().values()) {
      left -= size(each);
      if (left < 0 || each.at().isBefore(now.minus(limits.textAge()))) {
        exchanges.put(each.id(), each.withoutTexts());
      }
    }
  }

  @Override
  public synchronized boolean delete(AccountId account) {
    return exchanges.values().removeIf(each -> each.subject().account().equals(account));
  }

  @Override
  public void close() {}

  private static long size(Exchange exchange) {
    return exchange.texts().map(Texts::size).orElse(0L);
  }
}
