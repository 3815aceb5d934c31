package dev.spendlight.history;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Grain;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.testing.SampleAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Files whose rows stand for a whole period.
class RangeFilesTest {
  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void aRangeFileAnswersForItsOwnPeriod() {
    range("2026-03-01", "2026-03-07", "7", "2026-03-08");
    AccountSummary summary = shop.summary();
    assertThat(summary.asOf()).isEqualTo("2026-03-07");
    assertThat(summary.window()).hasToString("2026-03-01..2026-03-07");
    assertSpend(summary, "7.00");
    assertThat(summary.caveats()).noneMatch(each -> each.contains("divided into days"));
  }

  @Test
  void aWindowThatCutsAFileWidensToItsPeriodWithACaveat() {
    range("2026-02-01", "2026-02-28", "28", "2026-03-01");
    AccountSummary summary = shop.summary();
    assertThat(summary.window()).hasToString("2026-02-01..2026-02-28");
    assertSpend(summary, "28.00");
    assertThat(summary.caveats())
        .contains(
            "The campaign report of 2026-02-01 to 2026-02-28 cannot be divided into days, so the window is 2026-02-01 to 2026-02-28 instead of 2026-02-22 to 2026-02-28.");
  }

  @Test
  void aFileThatEndsBeforeTheWindowDoesLeavesTheRestUnknown() {
    range("2026-02-20", "2026-02-25", "6", "2026-03-01");
    shop.daily(CAMPAIGN).day("2026-03-10").row("Shoes", spend("1")).pulled("2026-03-11");
    AccountSummary summary = shop.summary("2026-02-22", "2026-02-28");
    assertThat(summary.window()).hasToString("2026-02-20..2026-02-28");
    assertThat(summary.coverage().covered()).isEqualTo(4);
    assertThat(summary.caveats())
        .contains(
            "The campaign report of 2026-02-20 to 2026-02-25 cannot be divided into days, so the window is 2026-02-20 to 2026-02-28 instead of 2026-02-22 to 2026-02-28.",
            "No campaign report was imported for 2026-02-26 to 2026-02-28; those days are unknown, not zero.");
  }

  @Test
  void rangeRowsNeverEnterADailySeriesAndAOneDayPeriodIsNoException() {
    shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("1")).pulled("2026-03-08");
    range("2026-03-06", "2026-03-06", "50", "2026-03-08");
    DateRange week = DateRange.ending(LocalDate.of(2026, 3, 7), 7);
    Coverage daily = Coverages.daily(shop.view().deliveries(), CAMPAIGN, shop.view().asOf(), week);
    assertThat(daily.pulls().keySet()).containsExactly(LocalDate.of(2026, 3, 7));
    assertSpend(shop.summary(), "1.00");
  }

  @Test
  void dailyRowsAreNotAddedToARangeFile() {
    range("2026-03-01", "2026-03-07", "7", "2026-03-08");
    shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("1")).pulled("2026-03-08");
    AccountSummary summary = shop.summary();
    assertThat(summary.coverage().grain()).isEqualTo(Grain.RANGE);
    assertSpend(summary, "7.00");
  }

  @Test
  void ofADailyAndARangeReportThatCoverAsMuchTheDailyOneAnswers() {
    range("2026-02-01", "2026-03-07", "35", "2026-03-08");
    shop.daily(CAMPAIGN)
        .covering("2026-03-01", "2026-03-07")
        .day("2026-03-07")
        .row("Shoes", spend("7"))
        .pulled("2026-03-08");
    AccountSummary summary = shop.summary();
    assertThat(summary.coverage().grain()).isEqualTo(Grain.DAILY);
    assertSpend(summary, "7.00");
  }

  @Test
  void overlappingFilesAreNeverAddedAndTheNewestPullWins() {
    range("2026-03-01", "2026-03-07", "70", "2026-03-09");
    range("2026-02-15", "2026-03-05", "19", "2026-03-20");
    range("2026-03-01", "2026-03-05", "5", "2026-03-08");
    assertSpend(shop.summary("2026-03-01", "2026-03-05"), "19.00");
  }

  @Test
  void anOverlappingFilePulledAfterTheMorningGivesWayToOneThatWasThere() {
    range("2026-03-01", "2026-03-07", "70", "2026-03-08");
    range("2026-03-01", "2026-03-07", "75", "2026-03-20");
    assertSpend(shop.summary("2026-03-07"), "70.00");
    assertSpend(shop.summary(), "75.00");
  }

  @Test
  void adjoiningFilesAreAdded() {
    range("2026-02-22", "2026-02-28", "7", "2026-03-01");
    range("2026-03-01", "2026-03-07", "70", "2026-03-08");
    assertSpend(shop.summary("2026-02-22", "2026-03-07"), "77.00");
    AccountSummary cut = shop.summary("2026-02-28", "2026-03-01");
    assertThat(cut.window()).hasToString("2026-02-22..2026-03-07");
    assertSpend(cut, "77.00");
  }

  @Test
  void ofFilesOfOneCommandTheOneThatFitsTheWindowAnswers() {
    shop.pulled(
        "2026-03-01",
        shop.range(CAMPAIGN, "2026-02-01", "2026-02-28").row("Shoes", spend("28")),
        shop.range(CAMPAIGN, "2026-02-22", "2026-02-28").row("Shoes", spend("7")));
    assertSpend(shop.summary("2026-02-22", "2026-02-28"), "7.00");
    assertSpend(shop.summary("2026-02-01", "2026-02-28"), "28.00");
  }

  @Test
  void filesOfOneCommandAndPeriodAddUp() {
    shop.pulled(
        "2026-03-08",
        shop.range(CAMPAIGN, "2026-03-01", "2026-03-07").row("Shoes", spend("7")),
        shop.range(CAMPAIGN, "2026-03-01", "2026-03-07")
            .row("Shoes", spend("0.50"))
            .row("Hats", spend("1")));
    assertSpend(shop.summary(), "8.50");
  }

  @Test
  void aFileThatReachesBeyondTheDayDoesNotCount() {
    range("2026-03-01", "2026-03-07", "7", "2026-03-08");
    range("2026-02-22", "2026-02-28", "1", "2026-03-01");
    AccountSummary summary = shop.summary("2026-03-03");
    assertThat(summary.window()).hasToString("2026-02-22..2026-03-03");
    assertSpend(summary, "1.00");
  }

  private void range(String from, String to, String money, String pulled) {
    shop.range(CAMPAIGN, from, to).row("Shoes", spend(money)).pulled(pulled);
  }

  private static void assertSpend(AccountSummary summary, String expected) {
    assertThat(summary.totals().spend()).contains(new BigDecimal(expected));
  }
}
