package dev.spendlight.evaluation.score;

import dev.spendlight.evaluation.truth.Subject;
import dev.spendlight.finding.FindingKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What a method says is the matter, reduced to what scoring needs.
///
/// @param targetIds every target it covers
/// @param weeklyImpact account currency; 0 where the method tells none
/// @param onset since when, as far as told
/// @param evidence what it rests on, in one line for a person
public record Claim(
    FindingKind kind,
    Subject subject,
    Set<String> targetIds,
    double weeklyImpact,
    Optional<LocalDate> onset,
    String evidence) {

  public Claim {
    targetIds = Set.copyOf(targetIds);
  }
}
