package dev.spendlight.evaluation.baseline;

import dev.spendlight.evaluation.baseline.AccountDays.CampaignDays;
import dev.spendlight.evaluation.score.Claim;
import dev.spendlight.finding.FindingKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The rule that stands in every introduction: of the fifty campaigns that spent most in the last
/// week, those whose ACOS is over one and a half times the account's average are bleeding.
public final class NaiveRule {
  private static final int MOST = 50;
  private static final int WEEK = 7;
  private static final double LIMIT = 1.5;

  private NaiveRule() {}

  /// Most spend above the average first. The impact is that spend.
  public static List<Claim> claims(AccountDays account) {
    return over(account, LIMIT, 0);
  }

  /// @param times of the account's average that is too much
  /// @param clicks in the week that it takes to be judged
  static List<Claim> over(AccountDays account, double times, long clicks) {
    double average = account.account(WEEK).acos();
    return account.campaigns().stream()
        .sorted(
            Comparator.comparingDouble((CampaignDays each) -> each.days().last(WEEK).spend())
                .reversed()
                .thenComparing(each -> each.subject().id()))
        .limit(MOST)
        .filter(each -> each.days().last(WEEK).clicks() >= clicks)
        .filter(each -> each.days().last(WEEK).acos() > times * average)
        .map(each -> claim(each, average))
        .sorted(Comparator.comparingDouble(Claim::weeklyImpact).reversed())
        .toList();
  }

  private static Claim claim(CampaignDays campaign, double average) {
    Sums week = campaign.days().last(WEEK);
    return new Claim(
        FindingKind.BLEEDING,
        campaign.subject(),
        campaign.targetIds(),
        week.spend() - average * week.sales(),
        Optional.empty(),
        String.format(Locale.ROOT, "ACOS %.2f, account %.2f", week.acos(), average));
  }
}
