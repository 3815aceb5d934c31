package dev.spendlight.finding;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.metric.Metrics;
import java.math.BigDecimal;
import java.util.Optional;

/// What spend over sales is judged against.
///
/// @param value a fraction
/// @param set whether the account said so; if not it is the account's own average, and only what is
///   far above counts
/// @param tolerance times the value that is still no finding
public record TargetAcos(BigDecimal value, boolean set, double tolerance) {
  private static final double ABOVE_TARGET = 1.25;

  /// Half of all campaigns lie above an average, so an average asks for more.
  private static final double ABOVE_AVERAGE = 1.5;

  /// The account's setting, else its average over the evidence window, else nothing: an account
  /// without sales has no yardstick for them.
  static Optional<TargetAcos> of(AccountSettings settings, Metrics account) {
    return settings
        .targetAcos()
        .map(value -> new TargetAcos(value, true, ABOVE_TARGET))
        .or(() -> account.acos().map(value -> new TargetAcos(value, false, ABOVE_AVERAGE)));
  }

  /// For example `the target ACOS` or `the account's own ACOS`.
  public String words() {
    return set ? "the target ACOS" : "the account's own ACOS";
  }

  double limit() {
    return value.doubleValue() * tolerance;
  }
}
