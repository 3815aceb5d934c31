package dev.spendlight.finding;

import static dev.spendlight.finding.SteadyAccount.campaign;
import static dev.spendlight.finding.SteadyAccount.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.MatchType;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpcInflationTest {
  private static SteadyAccount dearer() {
    return SteadyAccount.usual().since(daysAgo(13), campaign("c5"), course -> course.price(1.4));
  }

  private static List<Finding> inflation(SteadyAccount account) {
    return account.findings().findings().stream()
        .filter(each -> each.kind() == FindingKind.CPC_INFLATION)
        .toList();
  }

  @Test
  void aCampaignWhoseClicksCostTwoFifthsMoreIsFoundWithTheCutThatUndoesIt() {
    List<Finding> findings = dearer().findings().findings();
    assertThat(findings).extracting(Finding::id).containsExactly("cpc_inflation:c5");
    Finding finding = findings.getFirst();
    assertThat(finding.direction()).isEqualTo(Direction.ABOVE);
    assertThat(finding.targetIds()).containsExactly("c5.1", "c5.2", "c5.3", "c5.4");
    assertThat(finding.onset().orElseThrow()).isBetween(daysAgo(15), daysAgo(11));
    assertThat(finding.evidence().metric()).isEqualTo(Metric.CPC);
    assertThat(finding.evidence().observed()).isCloseTo(1.4, within(0.05));
    assertThat(finding.evidence().expected()).isCloseTo(1.0, within(0.06));
    // 392 dollars a week, of which 112 are the rise.
    assertThat(finding.impact().orElseThrow().amount().doubleValue()).isCloseTo(112, within(15.0));
    assertThat(finding.action().orElseThrow()).isInstanceOf(Action.ChangeBids.class);
    Action.ChangeBids action = (Action.ChangeBids) finding.action().orElseThrow();
    assertThat(action.on().id()).isEqualTo("c5");
    assertThat(action.change()).isBetween(new BigDecimal("-0.30"), new BigDecimal("-0.20"));
  }

  @Test
  void aRiseThatFollowsOwnHigherBidsIsYourChangeAndNoInflation() {
    SteadyAccount account = dearer();
    List<RowKey> keys = account.targets(campaign("c5"));
    account.earlier(ReportKind.TARGETING, daysAgo(15), keys, SteadyAccount.bid(1.0));
    keys.forEach(key -> account.now(key, SteadyAccount.bid(1.4)));
    Findings findings = account.findings();
    assertThat(findings.findings()).noneMatch(each -> each.kind() == FindingKind.CPC_INFLATION);
    assertThat(findings.ruledOut())
        .extracting(RuledOut::text)
        .anyMatch(text -> text.contains("after its bids were raised"));
  }

  @Test
  void bidsThatStayedAsTheyWereExcuseNothing() {
    SteadyAccount account = dearer();
    List<RowKey> keys = account.targets(campaign("c5"));
    account.earlier(ReportKind.TARGETING, daysAgo(15), keys, SteadyAccount.bid(1.0));
    keys.forEach(key -> account.now(key, SteadyAccount.bid(1.0)));
    assertThat(inflation(account)).hasSize(1);
  }

  @Test
  void clicksThatBecomeDearerEverywhereAccuseNoCampaign() {
    assertThat(
            inflation(
                SteadyAccount.usual().since(daysAgo(13), any -> true, course -> course.price(1.4))))
        .isEmpty();
  }

  @Test
  void moreClicksOnDearerTargetsAreNoInflation() {
    SteadyAccount account =
        SteadyAccount.usual()
            .always(
                key -> key.matchType() == MatchType.EXACT, course -> course.price(2).conversion(2))
            .since(
                daysAgo(13),
                key -> key.campaignId().equals("c5") && key.matchType() == MatchType.EXACT,
                course -> course.clicks(2))
            .since(
                daysAgo(13),
                key -> key.campaignId().equals("c5") && key.matchType() == MatchType.BROAD,
                course -> course.clicks(0.2));
    assertThat(inflation(account)).isEmpty();
  }

  @Test
  void oneTargetThatBecomesDearerIsNoInflationOfTheCampaign() {
    assertThat(
            inflation(
                SteadyAccount.usual()
                    .since(
                        daysAgo(13),
                        key -> key.targetId().equals("c5.1"),
                        course -> course.price(3))))
        .isEmpty();
  }

  @Test
  void aRiseOfATenthIsLeftAlone() {
    assertThat(
            inflation(
                SteadyAccount.usual()
                    .since(daysAgo(13), campaign("c5"), course -> course.price(1.1))))
        .isEmpty();
  }
}
