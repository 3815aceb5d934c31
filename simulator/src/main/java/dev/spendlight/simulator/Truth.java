package dev.spendlight.simulator;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is really the matter: never written into the report files, nor to be guessed from their
/// names and ids.
///
/// @param kind what findings call it
/// @param entity where it is
/// @param onset its first day; empty for what was always so
/// @param weeklyImpact what it costs (or could bring) a week, from the parameters and not from the
///   draws: the expected figures of the seven days up to the day asked for
/// @param targetIds every target it covers
public record Truth(
    Incident incident,
    String kind,
    Entity entity,
    Optional<LocalDate> onset,
    Money weeklyImpact,
    List<String> targetIds) {

  public Truth {
    targetIds = List.copyOf(targetIds);
  }
}
