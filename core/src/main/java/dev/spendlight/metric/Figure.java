package dev.spendlight.metric;

import dev.spendlight.account.Entity;
import java.math.BigDecimal;

/// One value, and everything that says what it is: of what, of whom, when, and where it comes from.
///
/// @param value in the metric's unit; exact, rounded only where it is shown
/// @param origin where it comes from, such as `campaign report, pulled 2026-03-02`
public record Figure(
    Entity entity,
    Metric metric,
    DateRange period,
    BigDecimal value,
    Nature nature,
    String origin) {

  /// How sure a figure is.
  public enum Nature {
    /// A sum of reported rows, or a ratio of such sums.
    OBSERVED,
    /// Computed exactly from observed figures or taken from settings.
    DERIVED,
    /// Rests on a model; always shown as an estimate.
    ESTIMATED
  }
}
