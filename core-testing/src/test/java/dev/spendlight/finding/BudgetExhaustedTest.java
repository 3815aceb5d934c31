package dev.spendlight.finding;

import static dev.spendlight.finding.SteadyAccount.campaign;
import static dev.spendlight.finding.SteadyAccount.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.RowKey;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetExhaustedTest {
  /// Campaign 5 spends its 40 dollars in so much of each day.
  private static SteadyAccount inBudget(String time) {
    SteadyAccount account = SteadyAccount.usual();
    for (int day = 0; day < 21; day++) {
      account.budget("c5", daysAgo(day), 40, time);
      account.budget("c4", daysAgo(day), 80, "1");
    }
    return account;
  }

  private static List<Finding> exhausted(SteadyAccount account) {
    return account.findings().findings().stream()
        .filter(each -> each.kind() == FindingKind.BUDGET_EXHAUSTED)
        .toList();
  }

  @Test
  void aCampaignThatPaysAndSpendsItsBudgetByNoonIsFoundWithTheBudgetThatWouldLast() {
    List<Finding> findings = inBudget("0.60").findings().findings();
    assertThat(findings).extracting(Finding::id).containsExactly("budget_exhausted:c5");
    Finding finding = findings.getFirst();
    assertThat(finding.targetIds()).containsExactly("c5.1", "c5.2", "c5.3", "c5.4");
    assertThat(finding.evidence().metric()).isEqualTo(Metric.TIME_IN_BUDGET);
    assertThat(finding.evidence().observed()).isCloseTo(0.6, within(1e-9));
    assertThat(finding.action().orElseThrow()).isInstanceOf(Action.SetDailyBudget.class);
    Action.SetDailyBudget action = (Action.SetDailyBudget) finding.action().orElseThrow();
    assertThat(action.on()).isEqualTo(new Entity.Campaign("c5", "Campaign c5"));
    assertThat(action.from()).isEqualByComparingTo("40");
    assertThat(action.to()).as("40 over 0.6, rounded up").isEqualByComparingTo("67");
    // Two thirds more of 280 dollars a week, each of which brings 1.60 of margin.
    assertThat(finding.impact().orElseThrow().amount().doubleValue()).isCloseTo(112, within(12.0));
  }

  @Test
  void aBudgetIsAtMostDoubled() {
    Action.SetDailyBudget action =
        (Action.SetDailyBudget) exhausted(inBudget("0.20")).getFirst().action().orElseThrow();
    assertThat(action.to()).isEqualByComparingTo("80");
  }

  @Test
  void aCampaignThatDoesNotPayGetsNoHigherBudget() {
    Findings findings =
        inBudget("0.60").always(campaign("c5"), course -> course.conversion(0.5)).findings();
    assertThat(findings.findings()).noneMatch(each -> each.kind() == FindingKind.BUDGET_EXHAUSTED);
    assertThat(findings.ruledOut())
        .extracting(RuledOut::text)
        .anyMatch(text -> text.contains("does not pay"));
  }

  @Test
  void aBudgetThatLastsNearlyAllDayIsEnough() {
    assertThat(exhausted(inBudget("0.95"))).isEmpty();
  }

  @Test
  void oneDayOutOfBudgetIsNothing() {
    assertThat(exhausted(inBudget("1").budget("c5", daysAgo(3), 40, "0.3"))).isEmpty();
  }

  @Test
  void withoutABudgetReportSpendAtTheBudgetDayAfterDaySaysSoWithLessConfidence() {
    RowKey key = RowKey.campaign("c5", "Campaign c5");
    SteadyAccount account = SteadyAccount.usual().now(key, SteadyAccount.status("ENABLED", 40));
    List<Finding> found = exhausted(account);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().confidence()).isLessThan(0.8);
    assertThat(found.getFirst().evidence().comparedWith()).contains("assumed");
    assertThat(((Action.SetDailyBudget) found.getFirst().action().orElseThrow()).to())
        .isGreaterThan(new BigDecimal("40"));
  }

  @Test
  void aBudgetThatIsNeverReachedIsEnough() {
    RowKey key = RowKey.campaign("c5", "Campaign c5");
    assertThat(exhausted(SteadyAccount.usual().now(key, SteadyAccount.status("ENABLED", 60))))
        .isEmpty();
  }

  @Test
  void anAcosAboveTheLimitByNoMoreThanChanceIsNoReasonToRefuseABudget() {
    // 39.7% where 37.5% is the limit, of a hundred orders; the margin is 40%.
    SteadyAccount account =
        inBudget("0.60").always(campaign("c5"), course -> course.conversion(0.63));
    assertThat(exhausted(account)).hasSize(1);
  }

  @Test
  void whileOrdersAreNotCountedTheDaysBeforeSayWhetherACampaignPays() {
    SteadyAccount account =
        inBudget("0.60").since(daysAgo(9), any -> true, course -> course.conversion(0));
    assertThat(exhausted(account)).hasSize(1);
  }
}
