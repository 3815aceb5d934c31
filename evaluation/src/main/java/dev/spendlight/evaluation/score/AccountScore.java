package dev.spendlight.evaluation.score;

import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.evaluation.truth.Truth;
import dev.spendlight.finding.FindingKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What one method said of one account.
///
/// @param mornings by as-of day, at least one; the last one is scored, all of a clean account count
///   for false alarms
public record AccountScore(AccountFolder account, NavigableMap<LocalDate, Verdicts> mornings) {
  private static final double DAYS_A_WEEK = 7;

  /// One thing said to be the matter, on however many mornings.
  public record Alarm(FindingKind kind, String entity) {}

  public AccountScore {
    mornings = new TreeMap<>(mornings);
  }

  public Verdicts last() {
    return mornings.lastEntry().getValue();
  }

  /// False alarms of all mornings, each thing once.
  public Set<Alarm> alarms() {
    Set<Alarm> alarms = new HashSet<>();
    for (Verdicts verdicts : mornings.values()) {
      for (Verdict.Wrong wrong : verdicts.wrong()) {
        Claim claim = wrong.claim();
        alarms.add(
            new Alarm(
                KindFamily.of(claim.kind()), claim.subject().type() + ":" + claim.subject().id()));
      }
    }
    return alarms;
  }

  /// Weeks that were judged; fewer than seven mornings count as a week.
  public double weeks() {
    return Math.max(1, mornings.size() / DAYS_A_WEEK);
  }

  /// For each truth of the last morning that was found on some morning: days of data, from its
  /// first day to the first morning that told it. Truths that began before the first morning are
  /// left out, since nobody looked.
  public List<Long> daysToDetect() {
    List<Long> days = new ArrayList<>();
    for (Truth truth : account.truths()) {
      truth
          .onset()
          .filter(onset -> mornings.size() > 1 && !onset.isBefore(mornings.firstKey()))
          .ifPresent(onset ->
              mornings.entrySet().stream()
                  .filter(morning -> isFound(truth, morning))
                  .findFirst()
                  .ifPresent(
                      morning -> days.add(ChronoUnit.DAYS.between(onset, morning.getKey()) + 1)));
    }
    return List.copyOf(days);
  }

  private static boolean isFound(Truth truth, Map.Entry<LocalDate, Verdicts> morning) {
    return morning.getValue().right().stream().anyMatch(right -> right.truth().equals(truth));
  }
}
