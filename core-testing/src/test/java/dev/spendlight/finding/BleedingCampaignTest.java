package dev.spendlight.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.ReportKind;
import dev.spendlight.testing.Shop;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BleedingCampaignTest {

  private static Shop shop(String targetAcos) {
    Shop shop = Shop.of(ReportKind.CAMPAIGN, 30);
    if (!targetAcos.isEmpty()) {
      shop.targetAcos(targetAcos);
    }
    // ACOS 25%: a dollar a click, a fifth of the clicks an order of 20 dollars.
    return shop.campaign("1", 20, 1.0, 0.2, 20).campaign("2", 20, 1.0, 0.2, 20);
  }

  @Test
  void aCampaignFarAboveTheTargetIsFoundWithTheCutThatItsAcosAsksFor() {
    Findings findings = shop("0.30").campaign("3", 20, 1.0, 0.06, 20).judge().findings();
    Finding finding = findings.findings().getFirst();
    assertThat(findings.findings()).hasSize(1);
    assertThat(finding.kind()).isEqualTo(FindingKind.BLEEDING);
    assertThat(finding.entity().id()).isEqualTo("3");
    assertThat(finding.evidence().expected())
        .as("600 dollars at 37.5% of 20 dollars")
        .isBetween(79.0, 81.0);
    assertThat(finding.evidence().observed()).isEqualTo(36);
    assertThat(finding.action())
        .contains(
            new Action.ChangeBids((Entity.Campaign) finding.entity(), new BigDecimal("-0.30")));
    assertThat(finding.figures())
        .extracting(Figure::metric)
        .contains(Metric.ACOS, Metric.TARGET_ACOS);
  }

  @Test
  void aCampaignALittleAboveTheTargetIsNot() {
    assertThat(shop("0.24").judge().findings().findings()).isEmpty();
  }

  @Test
  void aCampaignAboveTheTargetByChanceIsNot() {
    // Two orders where four would pay: nothing to act on.
    assertThat(shop("0.30").campaign("3", 1, 0.8, 0.07, 20).judge().findings().findings())
        .isEmpty();
  }

  @Test
  void withoutATargetTheAccountsOwnAverageIsTheYardstickAndTheAnswerSaysSo() {
    Findings findings = shop("").campaign("3", 20, 1.0, 0.06, 20).judge().findings();
    Finding finding = findings.findings().getFirst();
    assertThat(finding.evidence().comparedWith()).contains("the account's own ACOS");
    assertThat(finding.figures())
        .filteredOn(each -> each.origin().equals("the account's own ACOS"))
        .extracting(Figure::metric)
        .containsExactly(Metric.ACOS);
  }

  @Test
  void aCampaignWhoseLossSitsInOneKeywordNeedsThatKeywordStopped() {
    Shop shop = Shop.of(ReportKind.TARGETING, 30).targetAcos("0.30");
    IntStream.range(0, 6).forEach(i -> shop.target("1", "10" + i, MatchType.BROAD, 10, 0.18));
    IntStream.range(0, 6).forEach(i -> shop.target("2", "20" + i, MatchType.BROAD, 10, 0.18));
    shop.target("2", "300", MatchType.BROAD, 60, 0);
    assertThat(shop.judge().findings().findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.ZERO_CONVERSION);
  }

  @Test
  void anAccountWithoutSalesHasNoYardstick() {
    Findings findings =
        Shop.of(ReportKind.CAMPAIGN, 14).campaign("1", 20, 1.0, 0, 20).judge().findings();
    assertThat(findings.findings()).isEmpty();
    assertThat(findings.thin())
        .contains(
            "The account has no sales yet and no target ACOS is set, so there is nothing to judge ACOS by.");
  }

  @Test
  void aMissingReportDayIsContextAndComesLast() {
    Shop shop = shop("0.30").campaign("3", 20, 1.0, 0.06, 20).without(Shop.LAST.minusDays(4));
    assertThat(shop.judge().findings().findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.BLEEDING, FindingKind.DATA_MISSING);
    Finding missing = shop.judge().findings().findings().getLast();
    assertThat(missing.action()).isEmpty();
    assertThat(missing.impact()).isEmpty();
    assertThat(missing.window().from()).isEqualTo(Shop.LAST.minusDays(4));
  }
}
