package dev.spendlight.log;

import dev.spendlight.account.AccountId;
import java.util.Optional;
import java.util.Set;

/// Which exchanges are wanted, the newest first.
///
/// @param model that was asked for
/// @param verdicts any of them; none for whatever verdict
/// @param withTexts whether only those whose texts are kept
/// @param before only those that are older: the last one of an answer, to go on from
/// @param limit of how many
public record LogQuery(
    Optional<AccountId> account,
    Optional<String> model,
    Set<Verdict> verdicts,
    boolean withTexts,
    Optional<ExchangeId> before,
    int limit) {
  private static final int MOST = 1000;

  /// @throws IllegalArgumentException with a sentence for the user when the limit cannot be
  public LogQuery {
    verdicts = Set.copyOf(verdicts);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException(
          "Logged prompts are told 1 to %d at a time, not %d.".formatted(MOST, limit));
    }
  }

  public static LogQuery newest(int limit) {
    return new LogQuery(
        Optional.empty(), Optional.empty(), Set.of(), false, Optional.empty(), limit);
  }

  public LogQuery of(AccountId wanted) {
    return new LogQuery(Optional.of(wanted), model, verdicts, withTexts, before, limit);
  }

  public LogQuery of(String wanted) {
    return new LogQuery(account, Optional.of(wanted), verdicts, withTexts, before, limit);
  }

  public LogQuery of(Verdict... wanted) {
    return new LogQuery(account, model, Set.of(wanted), withTexts, before, limit);
  }

  public LogQuery onlyWithTexts() {
    return new LogQuery(account, model, verdicts, true, before, limit);
  }

  public LogQuery before(ExchangeId last) {
    return new LogQuery(account, model, verdicts, withTexts, Optional.of(last), limit);
  }
}
