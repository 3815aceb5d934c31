package dev.spendlight.evaluation.baseline;

import dev.spendlight.evaluation.score.Claim;
import dev.spendlight.evaluation.score.TargetSpend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a careful person does with a spreadsheet: the naive rule, comparisons of this week with the
/// last, and limits for single targets, each with a least number of clicks and a least impact,
/// nothing told twice.
///
/// @param thresholds chosen on accounts that are never reported on
public record FixedRules(RuleThresholds thresholds) {
  private static final int WEEK = 7;
  private static final double MOSTLY = 0.5;

  /// Largest impact first.
  public List<Claim> claims(AccountDays account) {
    double least = thresholds.leastShare() * account.account(WEEK).spend();
    List<Claim> all =
        Stream.of(
                NaiveRule.over(account, thresholds.campaignAcos(), thresholds.minimumClicks()),
                new CampaignRules(account, thresholds).claims(),
                new TargetRules(account, thresholds).claims())
            .flatMap(List::stream)
            .filter(each -> each.weeklyImpact() >= least)
            .sorted(
                Comparator.comparingDouble(Claim::weeklyImpact)
                    .reversed()
                    .thenComparing(Claim::kind)
                    .thenComparing(each -> each.subject().id()))
            .toList();
    return withoutRepetition(all, account.spend());
  }

  /// Leaves out what lies mostly within something larger.
  static List<Claim> withoutRepetition(List<Claim> claims, TargetSpend spend) {
    List<Claim> kept = new ArrayList<>();
    for (Claim claim : claims) {
      if (kept.stream()
          .noneMatch(each -> spend.shareWithin(claim.targetIds(), each.targetIds()) >= MOSTLY)) {
        kept.add(claim);
      }
    }
    return List.copyOf(kept);
  }
}
