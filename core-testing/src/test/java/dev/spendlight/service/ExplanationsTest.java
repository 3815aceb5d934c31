package dev.spendlight.service;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.report.ReportKind.SEARCH_TERM;
import static dev.spendlight.report.ReportKind.TARGETING;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.impressions;
import static dev.spendlight.testing.Amount.orders;
import static dev.spendlight.testing.Amount.sales;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.driver.Decomposition;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.SampleDelivery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Why a metric changed, from stored reports.
class ExplanationsTest {
  private static final DateRange EARLIER = range("2026-03-01", "2026-03-02");
  private static final DateRange LATER = range("2026-03-03", "2026-03-04");

  private final SampleAccount shop = SampleAccount.shop();

  private static DateRange range(String from, String to) {
    return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static RowKey keyword(String id, MatchType match) {
    return RowKey.target("1", "Shoes", "11", "Group", id, "red shoes", match);
  }

  private Explanation explain(Metric metric, Breakdown breakdown) {
    return explain(metric, EARLIER, LATER, breakdown);
  }

  private Explanation explain(
      Metric metric, DateRange before, DateRange after, Breakdown breakdown) {
    return new Explanations(shop.store())
        .explain(
            new Explanations.Question(
                shop.id(), metric, before, after, breakdown, Optional.empty()));
  }

  private static List<String> ids(Explanation explanation) {
    return explanation.parts().stream().map(part -> part.entity().id()).toList();
  }

  private static double change(Explanation explanation) {
    return explanation.decomposition().orElseThrow().change();
  }

  /// Four days on which campaigns spend 10 and sell 100, and the dear one spends 30 of its later
  /// days.
  private SampleDelivery fourDays(ReportKind kind) {
    SampleDelivery file = shop.daily(kind);
    for (int day = 1; day <= 4; day++) {
      file.day("2026-03-0" + day)
          .row(
              RowKey.campaign("1", "Steady"),
              impressions(1000),
              clicks(20),
              spend("10"),
              sales("100"),
              orders(5))
          .row(
              RowKey.campaign("2", "Dear"),
              impressions(1000),
              clicks(20),
              spend(day < 3 ? "10" : "30"),
              sales("100"),
              orders(5));
    }
    return file;
  }

  @Test
  void theCampaignThatBecameDearerExplainsTheChange() {
    fourDays(CAMPAIGN).pulled("2026-03-20");
    Explanation acos = explain(Metric.ACOS, Breakdown.CAMPAIGN);
    Decomposition whole = acos.decomposition().orElseThrow();
    assertThat(whole.before()).isCloseTo(0.1, within(1e-12));
    assertThat(whole.after()).isCloseTo(0.2, within(1e-12));
    assertThat(ids(acos)).containsExactly("2", "1");
    assertThat(acos.parts().getFirst().contribution().factor(Metric.CPC).orElseThrow())
        .isCloseTo(0.1, within(1e-12));
    assertThat(acos.parts().getLast().contribution().contribution()).isCloseTo(0, within(1e-12));
    assertThat(acos.caveats()).isEmpty();
  }

  @Test
  void aMissingDayIsUnknownSoSumsAreComparedPerDeliveredDay() {
    SampleDelivery file = shop.daily(CAMPAIGN);
    for (String day : List.of("2026-03-01", "2026-03-02", "2026-03-03")) {
      file.day(day).row("Steady", impressions(1000), clicks(20), spend("10"));
    }
    file.day("2026-03-05").row("Steady", spend("99")).pulled("2026-03-20");
    Explanation spend = explain(Metric.SPEND, Breakdown.CAMPAIGN);
    assertThat(spend.perDay()).isTrue();
    assertThat(spend.decomposition().orElseThrow().before()).isEqualTo(10);
    assertThat(change(spend)).as("a day without a report is not a day without spend").isZero();
    assertThat(spend.caveats())
        .anyMatch(each -> each.startsWith("No campaign report was imported for 2026-03-04"))
        .contains("The periods have 2 and 1 days with data, so sums are compared per day.");
  }

  @Test
  void bothPeriodsAreAnsweredByOneKindOfReport() {
    fourDays(CAMPAIGN).pulled("2026-03-20");
    shop.daily(TARGETING)
        .day("2026-03-01")
        .row("Steady", spend("500"))
        .day("2026-03-02")
        .row("Steady", spend("500"))
        .pulled("2026-03-20");
    Explanation spend = explain(Metric.SPEND, Breakdown.CAMPAIGN);
    assertThat(spend.before().coverage().kind())
        .as("the targeting report stands higher, but tells one period only")
        .isEqualTo(CAMPAIGN);
    assertThat(change(spend)).isEqualTo(40);
  }

  @Test
  void whereNoKindTellsBothPeriodsTwoAnswerAndACaveatSaysSo() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Steady", spend("10"))
        .day("2026-03-02")
        .row("Steady", spend("10"))
        .pulled("2026-03-20");
    shop.daily(SEARCH_TERM)
        .day("2026-03-03")
        .row("Steady", spend("8"))
        .day("2026-03-04")
        .row("Steady", spend("8"))
        .pulled("2026-03-20");
    Explanation spend = explain(Metric.SPEND, Breakdown.CAMPAIGN);
    assertThat(change(spend)).isEqualTo(-4);
    assertThat(spend.caveats())
        .anyMatch(each ->
            each.startsWith(
                "The campaign report answers for the earlier period and the search term report for the later one"));
  }

  @Test
  void aSearchTermReportTellsOfKeywordsToo() {
    for (int day = 1; day <= 4; day++) {
      shop.daily(SEARCH_TERM)
          .day("2026-03-0" + day)
          .row(keyword("100", MatchType.EXACT).withSearchTerm("a"), spend("1"))
          .row(keyword("100", MatchType.EXACT).withSearchTerm("b"), spend("" + day))
          .row(keyword("200", MatchType.BROAD).withSearchTerm("a"), spend("1"))
          .pulled("2026-03-20");
    }
    Explanation keywords = explain(Metric.SPEND, Breakdown.KEYWORD);
    assertThat(ids(keywords)).containsExactly("100", "200");
    assertThat(keywords.parts().getFirst().contribution().contribution()).isEqualTo(4);
    assertThat(ids(explain(Metric.SPEND, Breakdown.SEARCH_TERM)))
        .containsExactly("100:b", "100:a", "200:a");
    assertThat(ids(explain(Metric.SPEND, Breakdown.CAMPAIGN_MATCH)))
        .containsExactly("1:EXACT", "1:BROAD");
    assertThat(ids(explain(Metric.SPEND, Breakdown.AD_GROUP))).containsExactly("11");
  }

  @Test
  void productsAndPlacementsAreToldByTheirReports() {
    SampleDelivery products = shop.daily(ReportKind.ADVERTISED_PRODUCT);
    SampleDelivery placements = shop.daily(ReportKind.PLACEMENT);
    for (int day = 1; day <= 4; day++) {
      products
          .day("2026-03-0" + day)
          .row(RowKey.campaign("1", "Shoes").withProduct("B01", "sku", "7"), spend("" + day))
          .row(RowKey.campaign("2", "Hats").withProduct("B01", "sku", "8"), spend("1"));
      placements
          .day("2026-03-0" + day)
          .row(RowKey.campaign("1", "Shoes").withPlacement("Top of search"), spend("" + day));
    }
    products.pulled("2026-03-20");
    placements.pulled("2026-03-20");
    Explanation spend = explain(Metric.SPEND, Breakdown.PRODUCT);
    assertThat(ids(spend)).as("of all campaigns").containsExactly("B01");
    assertThat(spend.parts().getFirst().entity()).isInstanceOf(Entity.Product.class);
    assertThat(ids(explain(Metric.SPEND, Breakdown.PLACEMENT))).containsExactly("1:Top of search");
  }

  @Test
  void aRangeFileWidensThePeriodAndACaveatSaysSo() {
    shop.range(CAMPAIGN, "2026-02-01", "2026-02-28")
        .row("Steady", spend("280"))
        .pulled("2026-03-20");
    fourDays(CAMPAIGN).pulled("2026-03-21");
    Explanation spend =
        explain(Metric.SPEND, range("2026-02-20", "2026-02-28"), LATER, Breakdown.CAMPAIGN);
    assertThat(spend.before().coverage().period()).hasToString("2026-02-01..2026-02-28");
    assertThat(spend.decomposition().orElseThrow().before()).isEqualTo(10);
    assertThat(spend.caveats())
        .anyMatch(each -> each.contains("2026-02-01 to 2026-02-28 instead of 2026-02-20"));
  }

  @Test
  void aRangeFileThatHoldsBothPeriodsAnswersForNeither() {
    shop.range(CAMPAIGN, "2026-03-01", "2026-03-04")
        .row("Steady", spend("40"))
        .pulled("2026-03-20");
    assertThatThrownBy(() -> explain(Metric.SPEND, Breakdown.CAMPAIGN))
        .isInstanceOf(UnanswerableException.class)
        .hasMessageContaining("2026-03-01 to 2026-03-04 as one");
    fourDays(SEARCH_TERM).pulled("2026-03-20");
    assertThat(change(explain(Metric.SPEND, Breakdown.CAMPAIGN)))
        .as("another report can")
        .isEqualTo(40);
  }

  @Test
  void aRenamedCampaignIsOneCampaign() {
    SampleDelivery file = shop.daily(CAMPAIGN);
    for (int day = 1; day <= 4; day++) {
      file.day("2026-03-0" + day)
          .row(RowKey.campaign("7", day < 3 ? "Old name" : "New name"), spend("" + day));
    }
    file.pulled("2026-03-20");
    Explanation spend = explain(Metric.SPEND, Breakdown.CAMPAIGN);
    assertThat(ids(spend)).containsExactly("7");
    assertThat(spend.parts().getFirst().entity().name()).isEqualTo("New name");
  }

  @Test
  void ordersThatAreStillArrivingAreEstimatedAndSaid() {
    fourDays(CAMPAIGN).pulled("2026-03-05");
    assertThat(explain(Metric.ACOS, Breakdown.CAMPAIGN).caveats())
        .as("clicks alike on days of which 60% and 74% are seen: 2 / 1.34 - 1")
        .contains(
            "Orders and sales of 2026-03-03 to 2026-03-04 are still arriving: those of the later period are expected to grow by about 49% (an estimate), which will lower its ACOS.")
        .anyMatch(each -> each.contains("those of the earlier period"));
    assertThat(explain(Metric.SPEND, Breakdown.CAMPAIGN).caveats())
        .as("spend does not arrive later")
        .isEmpty();
  }

  @Test
  void asOfADayIsAsItWasKnownThen() {
    fourDays(CAMPAIGN).pulled("2026-03-05");
    SampleDelivery later = shop.daily(CAMPAIGN);
    later.day("2026-03-04").row(RowKey.campaign("1", "Steady"), spend("500")).pulled("2026-03-20");
    Explanation then =
        new Explanations(shop.store())
            .explain(
                new Explanations.Question(
                    shop.id(),
                    Metric.SPEND,
                    EARLIER,
                    LATER,
                    Breakdown.CAMPAIGN,
                    Optional.of(LocalDate.parse("2026-03-04"))));
    assertThat(change(then)).isEqualTo(40);
    assertThat(change(explain(Metric.SPEND, Breakdown.CAMPAIGN))).isNotEqualTo(40);
  }

  @Test
  void withoutSalesInAPeriodTheSumsAreToldAlone() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Steady", clicks(9), spend("10"), sales("100"), orders(5))
        .day("2026-03-03")
        .row("Steady", clicks(9), spend("10"))
        .pulled("2026-03-20");
    Explanation acos = explain(Metric.ACOS, Breakdown.CAMPAIGN);
    assertThat(acos.decomposition()).isEmpty();
    assertThat(acos.parts()).isEmpty();
    assertThat(acos.after().totals().clicks()).contains(9L);
    assertThat(acos.caveats())
        .contains(
            "There are no sales in 2026-03-03 to 2026-03-04, and so there is no ACOS whose change could be explained; the sums are told alone.");
  }

  @Test
  void whatNoReportCarriesCannotBeExplained() {
    shop.daily(CAMPAIGN)
        .carrying(Measure.IMPRESSIONS, Measure.CLICKS, Measure.SPEND)
        .day("2026-03-01")
        .row("Steady", spend("10"))
        .day("2026-03-03")
        .row("Steady", spend("12"))
        .pulled("2026-03-20");
    assertThat(change(explain(Metric.SPEND, Breakdown.CAMPAIGN))).isEqualTo(2);
    assertThatThrownBy(() -> explain(Metric.ACOS, Breakdown.CAMPAIGN))
        .isInstanceOf(UnanswerableException.class)
        .hasMessage(
            "The campaign report of 2026-03-01 to 2026-03-02 has no sales within 7 days of a click, without which ACOS cannot be explained.");
  }

  @Test
  void aPeriodWithoutDataIsToldWithTheFirstAndTheLastDay() {
    fourDays(CAMPAIGN).pulled("2026-03-20");
    assertThatThrownBy(() ->
            explain(Metric.ACOS, range("2026-02-01", "2026-02-07"), LATER, Breakdown.CAMPAIGN))
        .isInstanceOf(UnanswerableException.class)
        .hasMessageContaining("2026-02-01 to 2026-02-07")
        .hasMessageContaining("from 2026-03-01 to 2026-03-04");
    assertThatThrownBy(() -> explain(Metric.ACOS, Breakdown.KEYWORD))
        .isInstanceOf(UnanswerableException.class)
        .hasMessage(
            "Account shop has no targeting or search term report, which a breakdown by keyword or target needs; import one, or ask by campaign.");
  }

  @Test
  void periodsThatAreNoTwoPeriodsAreRefused() {
    assertThatThrownBy(() -> explain(Metric.ACOS, EARLIER, EARLIER, Breakdown.CAMPAIGN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share days");
    assertThatThrownBy(() -> explain(Metric.ACOS, LATER, EARLIER, Breakdown.CAMPAIGN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 2026-03-01..2026-03-02 to 2026-03-03..2026-03-04");
    assertThatThrownBy(() -> explain(Metric.UNITS, EARLIER, LATER, Breakdown.CAMPAIGN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("units");
  }
}
