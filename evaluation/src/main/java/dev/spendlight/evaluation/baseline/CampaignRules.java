package dev.spendlight.evaluation.baseline;

import dev.spendlight.evaluation.baseline.AccountDays.CampaignDays;
import dev.spendlight.evaluation.score.Claim;
import dev.spendlight.finding.FindingKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Campaigns: this week against the last, against its budget, and new ones against the account.
final class CampaignRules {
  private static final int WEEK = 7;
  private static final double IMPRESSIONS_LEFT = 0.6;
  private static final int LEAST_IMPRESSIONS = 1000;
  private static final double BUDGET_USED = 0.95;

  /// What more budget would bring where no report tells the time in budget.
  private static final double UNKNOWN_TIME = 0.8;

  private static final double LEAST_OF_SALES = 0.2;
  private static final int YOUNGEST = 8;
  private static final int OLDEST = 35;
  private static final long LAUNCH_ORDERS = 8;
  private static final double GOOD_LAUNCH = 0.6;
  private static final double BAD_LAUNCH = 1.7;

  private final AccountDays account;
  private final RuleThresholds thresholds;
  private final Yardsticks yardsticks;

  CampaignRules(AccountDays account, RuleThresholds thresholds) {
    this.account = account;
    this.thresholds = thresholds;
    this.yardsticks = Yardsticks.of(account);
  }

  List<Claim> claims() {
    return account.campaigns().stream()
        .flatMap(each ->
            Stream.of(
                dearerClicks(each),
                fewerOrders(each),
                fewerImpressions(each),
                budget(each),
                launch(each)))
        .flatMap(Optional::stream)
        .filter(each -> each.weeklyImpact() > 0)
        .toList();
  }

  private Optional<Claim> dearerClicks(CampaignDays campaign) {
    Sums now = campaign.days().last(WEEK);
    Sums before = campaign.days().before(WEEK, WEEK);
    double rise = before.cpc() > 0 ? now.cpc() / before.cpc() : 1;
    return enough(now) && enough(before) && rise >= thresholds.cpcRise()
        ? claim(
            FindingKind.CPC_INFLATION,
            campaign,
            now.spend() * (1 - 1 / rise),
            "CPC %.2f, last week %.2f",
            now.cpc(),
            before.cpc())
        : Optional.empty();
  }

  private Optional<Claim> fewerOrders(CampaignDays campaign) {
    Sums now = campaign.days().last(WEEK);
    Sums before = campaign.days().before(WEEK, WEEK);
    double expected = before.clicks() > 0 ? before.sales() * now.clicks() / before.clicks() : 0;
    return enough(now)
            && enough(before)
            && now.conversion() <= thresholds.conversionLeft() * before.conversion()
        ? claim(
            FindingKind.BLEEDING,
            campaign,
            yardsticks.margin() * (expected - now.sales()),
            "CVR %.3f, last week %.3f",
            now.conversion(),
            before.conversion())
        : Optional.empty();
  }

  private Optional<Claim> fewerImpressions(CampaignDays campaign) {
    Sums now = campaign.days().last(WEEK);
    Sums before = campaign.days().before(WEEK, WEEK);
    double lost = yardsticks.margin() * (before.sales() - now.sales());
    return before.impressions() >= LEAST_IMPRESSIONS
            && enough(before)
            && now.impressions() <= IMPRESSIONS_LEFT * before.impressions()
        ? claim(
            FindingKind.IMPRESSION_DROP,
            campaign,
            Math.max(lost - (before.spend() - now.spend()), LEAST_OF_SALES * lost),
            "%,.0f impressions, last week %,.0f",
            (double) now.impressions(),
            (double) before.impressions())
        : Optional.empty();
  }

  private Optional<Claim> budget(CampaignDays campaign) {
    Sums now = campaign.days().last(WEEK);
    double used = now.spend() / (WEEK * campaign.budget().orElse(Double.POSITIVE_INFINITY));
    double more = 1 / Math.max(0.1, campaign.timeInBudget().orElse(UNKNOWN_TIME)) - 1;
    double earned = yardsticks.margin() * now.sales();
    return enough(now) && used >= BUDGET_USED
        ? claim(
            FindingKind.BUDGET_EXHAUSTED,
            campaign,
            Math.max(more * (earned - now.spend()), LEAST_OF_SALES * more * earned),
            "%.0f%% of the budget used, %.2f a day",
            100 * used,
            campaign.budget().orElse(0))
        : Optional.empty();
  }

  /// A campaign that was there when the days begin is not new.
  private Optional<Claim> launch(CampaignDays campaign) {
    int age = campaign.days().age();
    if (age < YOUNGEST || age > OLDEST || age == campaign.days().days().size()) {
      return Optional.empty();
    }
    Sums since = campaign.days().last(age);
    Sums now = campaign.days().last(WEEK);
    double average = account.account(age).acos();
    if (since.orders() >= LAUNCH_ORDERS && since.acos() <= GOOD_LAUNCH * average) {
      return claim(
          FindingKind.LAUNCH_OUTPERFORMING,
          campaign,
          yardsticks.margin() * now.sales() * (1 - since.acos() / average),
          "ACOS %.2f since its start, account %.2f",
          since.acos(),
          average);
    }
    return enough(since) && since.acos() >= BAD_LAUNCH * average
        ? claim(
            FindingKind.LAUNCH_UNDERPERFORMING,
            campaign,
            now.spend() - average * now.sales(),
            "ACOS %.2f since its start, account %.2f",
            since.acos(),
            average)
        : Optional.empty();
  }

  private boolean enough(Sums sums) {
    return sums.clicks() >= thresholds.minimumClicks();
  }

  private static Optional<Claim> claim(
      FindingKind kind,
      CampaignDays campaign,
      double impact,
      String evidence,
      double observed,
      double expected) {
    return Optional.of(
        new Claim(
            kind,
            campaign.subject(),
            campaign.targetIds(),
            impact,
            Optional.empty(),
            String.format(Locale.ROOT, evidence, observed, expected)));
  }
}
