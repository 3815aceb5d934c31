package dev.spendlight.simulator;

import static dev.spendlight.simulator.Accounts.LAST_DAY;
import static dev.spendlight.simulator.Accounts.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.Marketplace;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HealthyAccountTest {
  private final AccountShape shape = AccountShape.ending(LAST_DAY);

  @Test
  void figuresOfAHealthyAccountArePlausible() {
    SimulatedAccount account = SimulatedAccount.of(shape, 3);
    List<ReportRow> rows =
        account.rows(ReportKind.TARGETING, shape.period(), LAST_DAY.plusDays(40));
    double impressions = Accounts.sum(rows, Measure.IMPRESSIONS);
    double clicks = Accounts.sum(rows, Measure.CLICKS);
    double spend = Accounts.sum(rows, Measure.SPEND) / 1e6;
    double sales = Accounts.sum(rows, Measure.SALES_7) / 1e6;
    double orders = Accounts.sum(rows, Measure.ORDERS_7);
    assertThat(clicks / impressions).isBetween(0.002, 0.008);
    assertThat(orders / clicks).isBetween(0.05, 0.20);
    assertThat(spend / sales).isBetween(0.20, 0.36);
    assertThat(spend / shape.days() * 7).isBetween(3500.0, 6500.0);
    assertThat(account.truths()).isEmpty();
  }

  @Test
  void brandTermsConvertAboutTenTimesAsOftenAsThePlainNoun() {
    AccountPlan plan = SimulatedAccount.of(shape.withCampaigns(60), 8).plan();
    double brand = conversion(plan, true);
    double plain =
        plan.targets().stream()
            .filter(target ->
                plan.products().stream().anyMatch(p -> p.line().noun().equals(target.text())))
            .mapToDouble(TargetPlan::conversion)
            .average()
            .orElseThrow();
    assertThat(brand / plain).isBetween(5.0, 15.0);
  }

  @Test
  void impressionsOfATargetVaryMoreThanChanceWould() {
    SimulatedAccount account = SimulatedAccount.of(shape, 6);
    int largest = 0;
    for (TargetPlan target : account.plan().targets()) {
      if (target.impressions() > account.plan().targets().get(largest).impressions()) {
        largest = target.index();
      }
    }
    DoubleStream.Builder shown = DoubleStream.builder();
    for (Iterator<SimulatedDay> days = account.days(); days.hasNext(); ) {
      shown.add(days.next().impressions(largest));
    }
    double[] values = shown.build().toArray();
    double mean = DoubleStream.of(values).average().orElseThrow();
    double variance =
        DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    assertThat(Math.sqrt(variance) / mean).isBetween(0.2, 0.7);
    assertThat(variance).isGreaterThan(5 * mean);
  }

  @Test
  void otherMarketplacesHaveTheirOwnMoney() {
    SimulatedAccount japan =
        SimulatedAccount.of(
            shape.withMarketplace(Marketplace.JP).withWeeklySpend(new BigDecimal("700000")), 2);
    List<ReportRow> rows = japan.rows(ReportKind.TARGETING, shape.period(), MORNING);
    assertThat(rows).allMatch(row -> row.measures().get(Measure.SPEND) % 1_000_000 == 0);
    assertThat(Accounts.sum(rows, Measure.SPEND) / 1e6 / shape.days() * 7)
        .isBetween(450_000.0, 950_000.0);
    assertThat(japan.settings().effectiveCurrency().orElseThrow().getCurrencyCode())
        .isEqualTo("JPY");
  }

  @Test
  void theLargestAndTheSmallestAccountCanBeDrawn() {
    for (int campaigns : new int[] {3, 300}) {
      SimulatedAccount account =
          SimulatedAccount.of(Accounts.withEverything().withCampaigns(campaigns).withDays(30), 1);
      assertThat(account.truths()).hasSize(12);
    }
  }

  @Test
  void aShapeThatCannotBeIsRefused() {
    assertThatThrownBy(() -> shape.withCampaigns(2))
        .hasMessage("An account has 3 to 300 campaigns, not 2.");
    assertThatThrownBy(() -> shape.withDays(5))
        .hasMessage(
            "An account has at least 1 product, 14 days and some spend, not 14, 5 and 5000.");
  }

  private static double conversion(AccountPlan plan, boolean brand) {
    return plan.targets().stream()
        .filter(target -> target.brand() == brand)
        .mapToDouble(TargetPlan::conversion)
        .average()
        .orElseThrow();
  }
}
