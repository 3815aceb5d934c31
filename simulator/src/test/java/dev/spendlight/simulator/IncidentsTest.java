package dev.spendlight.simulator;

import static dev.spendlight.simulator.Accounts.LAST_DAY;
import static dev.spendlight.simulator.Accounts.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IncidentsTest {
  private static final LocalDate ONSET = LAST_DAY.minusDays(14);
  private static final DateRange BEFORE = new DateRange(LAST_DAY.minusDays(41), ONSET.minusDays(1));
  private static final DateRange AFTER = new DateRange(ONSET.plusDays(4), LAST_DAY);

  private final SimulatedAccount account =
      SimulatedAccount.of(Accounts.withEverything().withWeeklySpend(new BigDecimal("30000")), 21);
  private final List<Truth> truths = account.truths();
  private final List<ReportRow> rows =
      account.rows(ReportKind.TARGETING, account.shape().period(), LAST_DAY.plusDays(30));

  @Test
  void everythingIsPlantedOnceAndInCampaignsOfItsOwn() {
    assertThat(truths.stream().map(Truth::kind).distinct())
        .containsExactlyInAnyOrder(
            "zero_conversion",
            "bid_too_high",
            "wasted_search_term",
            "bleeding",
            "cpc_inflation",
            "budget_exhausted",
            "launch_outperforming",
            "data_missing");
    assertThat(
            truths.stream()
                .filter(truth -> !truth.targetIds().isEmpty())
                .map(this::campaign)
                .distinct())
        .hasSize(8);
    assertThat(truths)
        .filteredOn(truth -> !truth.kind().equals("data_missing"))
        .allMatch(truth -> truth.weeklyImpact().amount().signum() > 0);
  }

  @Test
  void zeroConversionTargetsHaveNoOrdersWhereManyAreDue() {
    for (Truth truth : of("zero_conversion")) {
      assertThat(total(truth, BEFORE, Measure.ORDERS_30)).isZero();
      assertThat(total(truth, BEFORE, Measure.CLICKS)).isGreaterThan(100);
      assertThat(truth.onset()).isEmpty();
      double weekly = total(truth, DateRange.ending(LAST_DAY, 42), Measure.SPEND) / 1e6 / 6;
      assertThat(truth.weeklyImpact().amount().doubleValue())
          .isCloseTo(weekly, within(0.4 * weekly));
    }
  }

  @Test
  void anExpensiveCampaignPaysMoreAClickFromItsOnsetOn() {
    Truth truth = of("bid_too_high").get(1);
    assertThat(truth.entity()).isInstanceOf(Entity.Campaign.class);
    assertThat(ratio(truth, Measure.SPEND, Measure.CLICKS)).isBetween(1.8, 2.7);
    assertThat(ratio(truth, Measure.ORDERS_7, Measure.CLICKS)).isBetween(0.6, 1.6);
  }

  @Test
  void aBleedingCampaignConvertsLess() {
    Truth truth = of("bleeding").getFirst();
    assertThat(truth.onset()).contains(ONSET);
    assertThat(ratio(truth, Measure.ORDERS_7, Measure.CLICKS)).isBetween(0.08, 0.40);
    assertThat(ratio(truth, Measure.SPEND, Measure.CLICKS)).isBetween(0.8, 1.25);
  }

  @Test
  void inflatedClicksCostMore() {
    assertThat(ratio(of("cpc_inflation").getFirst(), Measure.SPEND, Measure.CLICKS))
        .isBetween(1.4, 2.1);
  }

  @Test
  void anExhaustedBudgetShowsInTheBudgetReport() {
    Truth truth = of("budget_exhausted").getFirst();
    List<ReportRow> budget =
        account.rows(ReportKind.BUDGET, account.shape().period(), MORNING).stream()
            .filter(row -> row.key().campaignId().equals(truth.entity().id()))
            .toList();
    assertThat(inBudget(budget, BEFORE)).isGreaterThan(0.95);
    assertThat(inBudget(budget, AFTER)).isBetween(0.3, 0.75);
    assertThat(budget.getLast().state().budgetMicros().orElseThrow())
        .isLessThan(budget.getFirst().state().budgetMicros().orElseThrow());
  }

  @Test
  void aLaunchHasNoDaysBeforeItsStart() {
    Truth truth = of("launch_outperforming").getFirst();
    LocalDate start = truth.onset().orElseThrow();
    assertThat(rows.stream().filter(row -> truth.targetIds().contains(row.key().targetId())))
        .isNotEmpty()
        .allMatch(row -> !row.from().isBefore(start));
  }

  @Test
  void wastedTermsAreClickedAndNeverOrdered() {
    List<ReportRow> terms =
        account.rows(ReportKind.SEARCH_TERM, account.shape().period(), LAST_DAY.plusDays(30));
    for (Truth truth : of("wasted_search_term")) {
      List<ReportRow> own =
          terms.stream()
              .filter(row ->
                  truth.entity().id().equals(row.key().targetId() + ":" + row.key().searchTerm()))
              .toList();
      assertThat(Accounts.sum(own, Measure.CLICKS)).isGreaterThan(30);
      assertThat(Accounts.sum(own, Measure.ORDERS_30)).isZero();
    }
  }

  @Test
  void aMissingDayHasNoRowsInAnyReport() {
    DateRange day = DateRange.day(of("data_missing").getFirst().onset().orElseThrow());
    for (ReportKind kind : ReportKind.values()) {
      assertThat(account.rows(kind, day, MORNING)).isEmpty();
    }
  }

  @Test
  void whatHasNotBegunCostsNothingYet() {
    assertThat(account.truths(ONSET.minusDays(7)))
        .filteredOn(truth -> truth.kind().equals("bleeding"))
        .allMatch(truth -> truth.weeklyImpact().amount().signum() == 0);
  }

  private List<Truth> of(String kind) {
    return truths.stream().filter(truth -> truth.kind().equals(kind)).toList();
  }

  private String campaign(Truth truth) {
    return rows.stream()
        .filter(row -> truth.targetIds().contains(row.key().targetId()))
        .map(row -> row.key().campaignId())
        .distinct()
        .collect(Collectors.joining());
  }

  private long total(Truth truth, DateRange period, Measure measure) {
    return rows.stream()
        .filter(
            row -> period.contains(row.from()) && truth.targetIds().contains(row.key().targetId()))
        .mapToLong(row -> row.measures().get(measure))
        .sum();
  }

  /// The ratio after the onset over the ratio before it.
  private double ratio(Truth truth, Measure part, Measure whole) {
    double before = (double) total(truth, BEFORE, part) / total(truth, BEFORE, whole);
    double after = (double) total(truth, AFTER, part) / total(truth, AFTER, whole);
    return after / before;
  }

  private static double inBudget(List<ReportRow> rows, DateRange period) {
    return rows.stream()
        .filter(row -> period.contains(row.from()))
        .mapToDouble(row -> row.state().timeInBudget().orElseThrow().doubleValue())
        .average()
        .orElseThrow();
  }
}
