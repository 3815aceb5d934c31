package dev.spendlight.history;

import static dev.spendlight.report.Measure.CLICKS;
import static dev.spendlight.report.Measure.ORDERS_7;
import static dev.spendlight.report.Measure.SALES_7;
import static dev.spendlight.report.Measure.SPEND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.ReportKind;
import dev.spendlight.testing.Amount;
import dev.spendlight.testing.SampleAccount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Which report answers for a window.
class AnsweringReportTest {
  private static final DateRange WEEK =
      new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7));

  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void theReportWithMostDaysAnswersEvenWithoutSales() {
    shop.daily(ReportKind.TARGETING).covering("2026-03-01", "2026-03-06").pulled("2026-03-08");
    shop.daily(ReportKind.BUDGET)
        .carrying(CLICKS, SPEND)
        .covering("2026-03-01", "2026-03-07")
        .pulled("2026-03-08");
    assertThat(answering()).isEqualTo(ReportKind.BUDGET);
  }

  @Test
  void ofThoseOneThatHasSalesAnswers() {
    shop.daily(ReportKind.TARGETING)
        .carrying(CLICKS, SPEND, ORDERS_7)
        .covering("2026-03-01", "2026-03-07")
        .pulled("2026-03-08");
    shop.daily(ReportKind.SEARCH_TERM)
        .carrying(CLICKS, SPEND, SALES_7)
        .covering("2026-03-01", "2026-03-07")
        .pulled("2026-03-08");
    assertThat(answering()).isEqualTo(ReportKind.SEARCH_TERM);
  }

  @Test
  void oneDayWithoutSalesAndTheReportHasNone() {
    shop.daily(ReportKind.TARGETING).covering("2026-03-01", "2026-03-06").pulled("2026-03-08");
    shop.daily(ReportKind.TARGETING)
        .carrying(CLICKS, SPEND)
        .covering("2026-03-07", "2026-03-07")
        .pulled("2026-03-08");
    shop.daily(ReportKind.BUDGET).covering("2026-03-01", "2026-03-07").pulled("2026-03-08");
    assertThat(answering()).isEqualTo(ReportKind.BUDGET);
  }

  @Test
  void thenTheOrderOfReportsDecidesInWhateverOrderTheyCame() {
    List<ReportKind> order =
        List.of(
            ReportKind.TARGETING,
            ReportKind.CAMPAIGN,
            ReportKind.AD_GROUP,
            ReportKind.ADVERTISED_PRODUCT,
            ReportKind.PLACEMENT,
            ReportKind.SEARCH_TERM,
            ReportKind.BUDGET);
    assertThat(EnumSet.allOf(ReportKind.class)).containsExactlyInAnyOrderElementsOf(order);
    List<ReportKind> imported = new ArrayList<>(order);
    long seed = 20260307;
    System.out.println("seed " + seed);
    Collections.shuffle(imported, new Random(seed));
    imported.forEach(kind ->
        shop.daily(kind)
            .covering("2026-03-01", "2026-03-07")
            .day("2026-03-07")
            .row("Shoes", Amount.spend("1"))
            .pulled("2026-03-08"));
    assertThat(shop.view().coverages(WEEK))
        .extracting(Coverage::kind)
        .containsExactlyElementsOf(order);
  }

  @Test
  void theOrderOfReportsComesBeforeTheGrain() {
    shop.daily(ReportKind.CAMPAIGN).covering("2026-03-01", "2026-03-07").pulled("2026-03-08");
    shop.range(ReportKind.TARGETING, "2026-02-01", "2026-03-07").pulled("2026-03-08");
    assertThat(answering()).isEqualTo(ReportKind.TARGETING);
    shop.range(ReportKind.SEARCH_TERM, "2026-03-01", "2026-03-07").pulled("2026-03-08");
    assertThat(shop.view().coverages(WEEK))
        .extracting(Coverage::kind)
        .containsExactly(ReportKind.TARGETING, ReportKind.CAMPAIGN, ReportKind.SEARCH_TERM);
  }

  @Test
  void theWindowDecidesNotWhatElseAReportCovers() {
    shop.daily(ReportKind.CAMPAIGN).covering("2025-01-01", "2026-03-05").pulled("2026-03-08");
    shop.daily(ReportKind.BUDGET).covering("2026-03-02", "2026-03-07").pulled("2026-03-08");
    assertThat(answering()).isEqualTo(ReportKind.BUDGET);
  }

  @Test
  void theBestOfSomeKindsKeepsThatOrder() {
    shop.daily(ReportKind.CAMPAIGN).covering("2026-03-01", "2026-03-07").pulled("2026-03-08");
    shop.daily(ReportKind.PLACEMENT).covering("2026-03-01", "2026-03-07").pulled("2026-03-08");
    shop.daily(ReportKind.BUDGET).covering("2026-03-01", "2026-03-06").pulled("2026-03-08");
    List<Coverage> coverages = shop.view().coverages(WEEK);
    assertThat(Coverages.best(coverages, EnumSet.of(ReportKind.BUDGET, ReportKind.PLACEMENT)))
        .map(Coverage::kind)
        .contains(ReportKind.PLACEMENT);
    assertThat(Coverages.best(coverages, EnumSet.of(ReportKind.TARGETING))).isEmpty();
  }

  private ReportKind answering() {
    return shop.view().coverages(WEEK).getFirst().kind();
  }
}
