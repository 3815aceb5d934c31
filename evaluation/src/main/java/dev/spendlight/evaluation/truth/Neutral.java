package dev.spendlight.evaluation.truth;

import dev.spendlight.finding.FindingKind;
import java.util.Optional;
import java.util.Set;

/// Something that may be found or not: bad by nature, between the limits, too small.
///
/// @param kind of findings that it excuses; empty for any
/// @param subject what it is about, where that is one thing
/// @param why in words, for those who read the list
public record Neutral(
    Optional<FindingKind> kind, Optional<Subject> subject, Set<String> targetIds, String why) {

  public Neutral {
    targetIds = Set.copyOf(targetIds);
  }

  /// Whether it is about something that holds targets, so that what lies within it is excused too.
  public boolean isWide() {
    return subject
        .filter(each -> !each.isWithinTargets() && !each.type().equals("keyword"))
        .isPresent();
  }
}
