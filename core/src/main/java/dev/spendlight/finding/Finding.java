package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Something wrong or remarkable, tested.
///
/// @param targetIds every target it covers
/// @param direction which way the evidence departs
/// @param window the days that were tested
/// @param onset since when; empty for what was always so
/// @param impact what it costs or could bring; empty for context
/// @param confidence one minus the adjusted p-value, between 0 and 1
/// @param drivers what it comes from, the largest part first
/// @param action what to do; empty for context
/// @param figures everything that may be said about it
public record Finding(
    FindingKind kind,
    Entity entity,
    List<String> targetIds,
    Direction direction,
    DateRange window,
    Optional<LocalDate> onset,
    Evidence evidence,
    Optional<Impact> impact,
    double confidence,
    List<Driver> drivers,
    Optional<Action> action,
    List<Figure> figures) {

  /// The same finding on another day has the same id.
  public String id() {
    return kind.key() + ":" + entity.id();
  }
}
