package dev.spendlight.finding;

import static dev.spendlight.finding.SteadyAccount.campaign;
import static dev.spendlight.finding.SteadyAccount.daysAgo;
import static dev.spendlight.finding.SteadyAccount.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.metric.Metric;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpressionDropTest {
  private static final RowKey CAMPAIGN = RowKey.campaign("c5", "Campaign c5");

  /// A campaign that is hardly shown any more.
  private static SteadyAccount hidden() {
    return SteadyAccount.usual().since(daysAgo(9), campaign("c5"), course -> course.clicks(0.1));
  }

  private static List<Finding> drops(SteadyAccount account) {
    return account.findings().findings().stream()
        .filter(each -> each.kind() == FindingKind.IMPRESSION_DROP)
        .toList();
  }

  @Test
  void aCampaignThatIsHardlyShownAnyMoreIsFoundAndItsDeliveryToBeLookedAt() {
    List<Finding> findings = hidden().findings().findings();
    assertThat(findings).extracting(Finding::id).containsExactly("impression_drop:c5");
    Finding finding = findings.getFirst();
    assertThat(finding.targetIds()).containsExactly("c5.1", "c5.2", "c5.3", "c5.4");
    assertThat(finding.direction()).isEqualTo(Direction.BELOW);
    assertThat(finding.onset().orElseThrow()).isBetween(daysAgo(11), daysAgo(8));
    assertThat(finding.evidence().metric()).isEqualTo(Metric.IMPRESSIONS);
    assertThat(finding.evidence().expected()).as("2000 a day").isBetween(1500.0, 2500.0);
    assertThat(finding.evidence().observed()).isBetween(100.0, 600.0);
    assertThat(finding.action())
        .contains(new Action.Inspect(finding.entity(), Action.Inspect.What.DELIVERY));
    // 1120 dollars of sales a week at 40%, less 280 of spend: 90% of 168.
    assertThat(finding.impact().orElseThrow().amount().doubleValue()).isBetween(110.0, 170.0);
  }

  @Test
  void aPausedCampaignIsNoDrop() {
    assertThat(drops(hidden().now(CAMPAIGN, status("PAUSED", 50)))).isEmpty();
  }

  @Test
  void aCampaignThatIsNoLongerShownAtAllWasStopped() {
    assertThat(
            drops(
                SteadyAccount.usual()
                    .since(daysAgo(9), campaign("c5"), course -> course.clicks(0))))
        .isEmpty();
  }

  @Test
  void aCampaignWhoseBidsWereHalvedIsNoDrop() {
    SteadyAccount account = hidden();
    List<RowKey> keys = account.targets(campaign("c5"));
    account.earlier(ReportKind.TARGETING, daysAgo(11), keys, SteadyAccount.bid(1.0));
    keys.forEach(key -> account.now(key, SteadyAccount.bid(0.5)));
    assertThat(drops(account)).isEmpty();
  }

  @Test
  void aCampaignOutOfBudgetForMostOfTheDayIsNoDrop() {
    SteadyAccount account = hidden();
    for (int day = 0; day < 30; day++) {
      account.budget("c5", daysAgo(day), day < 10 ? 5 : 50, day < 10 ? "0.3" : "1");
    }
    assertThat(drops(account)).isEmpty();
  }

  @Test
  void aWholeAccountThatIsShownLessAccusesNoCampaign() {
    List<Finding> findings =
        SteadyAccount.usual()
            .since(daysAgo(9), any -> true, course -> course.clicks(0.3))
            .findings()
            .findings();
    assertThat(findings).extracting(Finding::kind).containsExactly(FindingKind.MARKET_SHIFT);
  }

  @Test
  void aThirdFewerImpressionsAreLeftAlone() {
    assertThat(
            drops(
                SteadyAccount.usual()
                    .since(daysAgo(9), campaign("c5"), course -> course.clicks(0.7))))
        .isEmpty();
  }
}
