package dev.spendlight.memory;

import dev.spendlight.account.AccountId;
import dev.spendlight.limit.Budget;
import dev.spendlight.model.NanoDollars;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Money of this process, counted under one lock, which is held while the ledger is read: whoever
/// asks for money waits for the sums of the day.
public final class MemoryBudget implements Budget {
  private final Limits limits;
  private final Ledger ledger;
  private final InstantSource clock;
  private final TreeMap<LocalDate, MoneyOfDay> days = new TreeMap<>();

  public MemoryBudget(Limits limits, Ledger ledger, InstantSource clock) {
    this.limits = limits;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public synchronized Reservation reserve(String call, AccountId account, NanoDollars most) {
    return dayOf(call).orElseGet(() -> day(today())).reserve(call, account, most, limits);
  }

  @Override
  public synchronized void settle(String call, NanoDollars bill) {
    dayOf(call).ifPresent(day -> day.settle(call, bill));
  }

  @Override
  public synchronized List<Open> open() {
    LocalDate today = today();
    return Stream.of(today.minusDays(1), today)
        .map(this::day)
        .map(MoneyOfDay::open)
        .flatMap(each -> each.stream())
        .sorted(Comparator.comparing(Open::call))
        .toList();
  }

  @Override
  public synchronized Spent spent(AccountId account) {
    return day(today()).spent(account);
  }

  private LocalDate today() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    days.headMap(today.minusDays(1)).clear();
    return today;
  }

  /// The day whose money a call has set aside already.
  private Optional<MoneyOfDay> dayOf(String call) {
    return days.tailMap(today().minusDays(1)).values().stream()
        .filter(day -> day.has(call))
        .findFirst();
  }

  private MoneyOfDay day(LocalDate day) {
    MoneyOfDay known = days.get(day);
    if (known == null) {
      known = new MoneyOfDay(day, ledger.of(day));
      days.put(day, known);
    }
    return known;
  }
}
