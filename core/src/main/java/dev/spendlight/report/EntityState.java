package dev.spendlight.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// How an entity was set on a day, as far as a report tells: settings, not sums.
///
/// @param status ENABLED, PAUSED, ARCHIVED as the file has it, in capitals; empty when it does not
///   say
/// @param bidMicros the bid of a target
/// @param budgetMicros the daily budget of a campaign; in a campaign report today's, in a budget
///   report that day's
/// @param timeInBudget the share of the day in which the campaign could serve, a fraction
/// @param start first day of the campaign
public record EntityState(
    String status,
    Optional<Long> bidMicros,
    Optional<Long> budgetMicros,
    Optional<BigDecimal> timeInBudget,
    Optional<LocalDate> start) {

  /// The file tells nothing.
  public static final EntityState UNKNOWN =
      new EntityState("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Whether somebody who sets entities would see no difference: the same status, bid, budget and
  /// start. The time in budget is no setting but what came of it.
  public boolean isSetLike(EntityState other) {
    return status.equals(other.status)
        && bidMicros.equals(other.bidMicros)
        && budgetMicros.equals(other.budgetMicros)
        && start.equals(other.start);
  }
}
