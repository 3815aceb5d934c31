package dev.spendlight.simulator;

import static dev.spendlight.simulator.Accounts.LAST_DAY;
import static dev.spendlight.simulator.Accounts.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
  private final SimulatedAccount account = SimulatedAccount.of(Accounts.withEverything(), 11);

  @ParameterizedTest
  @EnumSource(
      value = ReportKind.class,
      names = {"TARGETING", "AD_GROUP", "ADVERTISED_PRODUCT", "PLACEMENT", "BUDGET"})
  void everyReportAddsUpToTheCampaignsOnEveryDay(ReportKind kind) {
    for (Iterator<SimulatedDay> days = account.days(); days.hasNext(); ) {
      SimulatedDay day = days.next();
      assertThat(byCampaign(day.rows(kind, MORNING)))
          .as("%s on %s", kind, day.day())
          .isEqualTo(byCampaign(day.rows(ReportKind.CAMPAIGN, MORNING)));
    }
  }

  @Test
  void searchTermsHaveEveryClickAndOrderAndOnlyClickedTerms() {
    DateRange period = account.shape().period();
    List<ReportRow> terms = account.rows(ReportKind.SEARCH_TERM, period, MORNING);
    List<ReportRow> targets = account.rows(ReportKind.TARGETING, period, MORNING);
    assertThat(terms).allMatch(row -> row.measures().get(Measure.CLICKS) >= 1);
    for (Measure measure : Measure.values()) {
      if (measure != Measure.IMPRESSIONS) {
        assertThat(Accounts.sum(terms, measure))
            .as("%s", measure)
            .isEqualTo(Accounts.sum(targets, measure));
      }
    }
    assertThat(Accounts.sum(terms, Measure.IMPRESSIONS))
        .isLessThan(Accounts.sum(targets, Measure.IMPRESSIONS));
  }

  @Test
  void longerWindowsHoldTheShorterOnes() {
    List<ReportRow> rows =
        account.rows(ReportKind.CAMPAIGN, account.shape().period(), LAST_DAY.plusDays(60));
    assertThat(rows)
        .allSatisfy(row ->
            assertThat(
                    List.of(
                        row.measures().get(Measure.ORDERS_1),
                        row.measures().get(Measure.ORDERS_7),
                        row.measures().get(Measure.ORDERS_14),
                        row.measures().get(Measure.ORDERS_30)))
                .isSorted());
    assertThat(Accounts.sum(rows, Measure.ORDERS_30))
        .isGreaterThan(Accounts.sum(rows, Measure.ORDERS_7));
  }

  @Test
  void moneyIsInWholeCoins() {
    assertThat(account.rows(ReportKind.SEARCH_TERM, DateRange.ending(LAST_DAY, 5), MORNING))
        .allMatch(row -> row.measures().get(Measure.SPEND) % 10_000 == 0)
        .allMatch(row -> row.measures().get(Measure.SALES_7) % 10_000 == 0);
  }

  private static Map<String, Measures> byCampaign(List<ReportRow> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(row -> row.key().campaignId(), ReportRow::measures, Measures::plus));
  }
}
