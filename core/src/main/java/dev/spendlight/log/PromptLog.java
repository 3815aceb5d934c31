package dev.spendlight.log;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.DateRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps exchanges. Threads and processes may share one.
///
/// Every method throws a [dev.spendlight.report.StoreException] when the store cannot be used, or
/// is in use by somebody else for too long: trying again later may help.
public interface PromptLog extends AutoCloseable {

  /// Keeps all of them or none. One whose id is kept already is left as it is, so that a batch can
  /// be tried again.
  void append(List<Exchange> batch);

  Optional<Exchange> find(ExchangeId id);

  /// Those of them that are kept, without their texts, in no order.
  List<Exchange> find(Set<ExchangeId> ids);

  /// The newest first.
  List<Exchange> query(LogQuery query);

  /// By day, then account, then model.
  ///
  /// @param account all accounts unless given
  /// @param days in UTC; all unless given
  List<CostLine> costs(Optional<AccountId> account, Optional<DateRange> days);

  LogSize size();

  /// Removes what is beyond the limits, the oldest first.
  void rotate(LogLimits limits, Instant now);

  /// Removes everything of an account.
  ///
  /// @return whether there was anything
  boolean delete(AccountId account);

  @Override
  void close();
}
