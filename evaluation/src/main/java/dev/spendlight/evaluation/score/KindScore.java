package dev.spendlight.evaluation.score;

import dev.spendlight.finding.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// One kind of finding.
///
/// @param truths of the kind
/// @param found truths of the kind that were found
/// @param claims of the kind that count
/// @param right claims of the kind that are right
public record KindScore(FindingKind kind, int truths, int found, int claims, int right) {

  /// Of every kind that was the matter or claimed, in the order of [FindingKind].
  static List<KindScore> of(List<AccountScore> accounts) {
    List<KindScore> scores = new ArrayList<>();
    for (FindingKind kind : FindingKind.values()) {
      KindScore score = new KindScore(kind, 0, 0, 0, 0);
      for (AccountScore account : accounts) {
        score = score.plus(account.last());
      }
      if (score.truths() + score.claims() > 0) {
        scores.add(score);
      }
    }
    return List.copyOf(scores);
  }

  private KindScore plus(Verdicts verdicts) {
    int foundHere =
        (int) verdicts.right().stream().filter(each -> each.truth().kind() == kind).count();
    int missedHere = (int) verdicts.missed().stream().filter(each -> each.kind() == kind).count();
    int rightHere =
        (int) verdicts.right().stream().filter(each -> each.claim().kind() == kind).count();
    int claimsHere =
        (int) verdicts.counted().stream().filter(each -> each.claim().kind() == kind).count();
    return new KindScore(
        kind,
        truths + foundHere + missedHere,
        found + foundHere,
        claims + claimsHere,
        right + rightHere);
  }

  public OptionalDouble recall() {
    return Counts.share(found, truths);
  }

  public OptionalDouble precision() {
    return Counts.share(right, claims);
  }
}
