package dev.spendlight.log;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.DateRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A log that takes the notes of open calls away once it has what came of them.
public record NotedLog(PromptLog log, OpenCalls calls) implements PromptLog {

  @Override
  public void append(List<Exchange> batch) {
    log.append(batch);
    batch.forEach(each -> calls.remove(each.id()));
  }

  @Override
  public Optional<Exchange> find(ExchangeId id) {
    return log.find(id);
  }

  @Override
  public List<Exchange> find(Set<ExchangeId> ids) {
    return log.find(ids);
  }

  @Override
  public List<Exchange> query(LogQuery query) {
    return log.query(query);
  }

  @Override
  public List<CostLine> costs(Optional<AccountId> account, Optional<DateRange> days) {
    return log.costs(account, days);
  }

  @Override
  public LogSize size() {
    return log.size();
  }

  @Override
  public void rotate(LogLimits limits, Instant now) {
    log.rotate(limits, now);
  }

  @Override
  public boolean delete(AccountId account) {
    return log.delete(account);
  }

  @Override
  public void close() {
    log.close();
  }
}
