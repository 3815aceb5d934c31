package dev.spendlight.evaluation.truth;

import dev.spendlight.finding.FindingKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Something that is really the matter with an account on its last judged morning.
///
/// @param targetIds every target it covers, ids as in the report files
/// @param onset its first day; empty for what was always so
/// @param weeklyImpact what it costs, or would bring, in the last seven days; account currency,
///   from the generator's parameters and not from what it drew
public record Truth(
    FindingKind kind,
    Subject subject,
    Set<String> targetIds,
    Optional<LocalDate> onset,
    double weeklyImpact) {

  public Truth {
    targetIds = Set.copyOf(targetIds);
  }
}
