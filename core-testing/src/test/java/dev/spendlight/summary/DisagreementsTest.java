package dev.spendlight.summary;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.report.ReportKind.PLACEMENT;
import static dev.spendlight.report.ReportKind.SEARCH_TERM;
import static dev.spendlight.report.ReportKind.TARGETING;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.orders;
import static dev.spendlight.testing.Amount.sales;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.report.Measure;
import dev.spendlight.testing.SampleAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Reports of the same days that do not tell the same.
class DisagreementsTest {
  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void aCentOrAnOrderIsNoDisagreement() {
    shop.daily(TARGETING)
        .day("2026-03-07")
        .row("Shoes", spend("10.01"), sales("20.00"), orders(3))
        .pulled("2026-03-12");
    shop.daily(CAMPAIGN)
        .day("2026-03-07")
        .row("Shoes", spend("10.00"), sales("20.01"), orders(2))
        .pulled("2026-03-12");
    assertThat(disagreements()).isEmpty();
  }

  @Test
  void moreIsNamedForEachMetricWithBothFigures() {
    shop.daily(TARGETING)
        .day("2026-03-07")
        .row("Shoes", spend("10.02"), sales("20.00"), orders(3))
        .pulled("2026-03-12");
    shop.daily(CAMPAIGN)
        .day("2026-03-07")
        .row("Shoes", spend("10.00"), sales("20.0111"), orders(5))
        .pulled("2026-03-12");
    assertThat(disagreements())
        .containsExactly(
            "The targeting and campaign reports disagree on spend (2026-03-07): 10.02 USD against 10.00 USD; the targeting report is used.",
            "The targeting and campaign reports disagree on sales (2026-03-07): 20.00 USD against 20.0111 USD; the targeting report is used.",
            "The targeting and campaign reports disagree on orders (2026-03-07): 3 against 5; the targeting report is used.");
    shop.set(AccountSettings.unset());
    assertThat(disagreements()).anyMatch(each -> each.contains("10.02 against 10.00;"));
  }

  @Test
  void everyOtherReportIsComparedWithTheOneThatAnswers() {
    shop.daily(TARGETING).day("2026-03-07").row("Shoes", spend("10")).pulled("2026-03-12");
    shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("11")).pulled("2026-03-12");
    shop.daily(PLACEMENT).day("2026-03-07").row("Shoes", spend("10")).pulled("2026-03-12");
    shop.daily(SEARCH_TERM).day("2026-03-07").row("Shoes", spend("9")).pulled("2026-03-12");
    assertThat(disagreements())
        .hasSize(2)
        .anyMatch(each -> each.startsWith("The targeting and campaign reports"))
        .anyMatch(each -> each.startsWith("The targeting and search term reports"));
  }

  @Test
  void onlyDaysThatBothCoverAreCompared() {
    shop.daily(TARGETING)
        .day("2026-03-05")
        .row("Shoes", spend("1"))
        .day("2026-03-06")
        .row("Shoes", spend("2"))
        .day("2026-03-07")
        .row("Shoes", spend("4"))
        .pulled("2026-03-12");
    shop.daily(CAMPAIGN)
        .day("2026-03-05")
        .row("Shoes", spend("1"))
        .day("2026-03-07")
        .row("Shoes", spend("4"))
        .pulled("2026-03-12");
    assertThat(disagreements()).isEmpty();
    shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("5")).pulled("2026-03-13");
    assertThat(disagreements())
        .containsExactly(
            "The targeting and campaign reports disagree on spend (2026-03-05 and 2026-03-07): 5.00 USD against 6.00 USD; the targeting report is used.");
  }

  @Test
  void eachReportIsTakenAsItWasKnown() {
    shop.daily(TARGETING).day("2026-03-07").row("Shoes", orders(1)).pulled("2026-03-08");
    shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", orders(1)).pulled("2026-03-08");
    shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", orders(9)).pulled("2026-03-20");
    assertThat(shop.summary("2026-03-07").caveats()).noneMatch(each -> each.contains("disagree"));
    assertThat(disagreements()).hasSize(1);
  }

  @Test
  void whatAReportDoesNotCarryIsNotCompared() {
    shop.daily(TARGETING)
        .day("2026-03-07")
        .row("Shoes", spend("1"), orders(9), sales("9"))
        .pulled("2026-03-12");
    shop.daily(CAMPAIGN)
        .carrying(Measure.CLICKS, Measure.SPEND)
        .day("2026-03-07")
        .row("Shoes", spend("1"), clicks(2))
        .pulled("2026-03-12");
    assertThat(disagreements()).isEmpty();
  }

  @Test
  void aRangeFileIsComparedAsAWholeWithTheSameDaysOfADailyReport() {
    shop.range(CAMPAIGN, "2026-02-01", "2026-03-07").row("Shoes", spend("35")).pulled("2026-03-12");
    shop.daily(TARGETING)
        .covering("2026-02-01", "2026-03-07")
        .day("2026-02-01")
        .row("Shoes", spend("28"))
        .day("2026-03-07")
        .row("Shoes", spend("6"))
        .pulled("2026-03-12");
    assertThat(disagreements())
        .containsExactly(
            "The targeting and campaign reports disagree on spend (2026-02-01 to 2026-03-07): 34.00 USD against 35.00 USD; the targeting report is used.");
  }

  @Test
  void aRangeFileThatTheDailyReportDoesNotCoverIsNotCompared() {
    shop.range(CAMPAIGN, "2026-02-01", "2026-03-07").row("Shoes", spend("35")).pulled("2026-03-12");
    shop.daily(TARGETING)
        .covering("2026-02-02", "2026-03-07")
        .day("2026-03-07")
        .row("Shoes", spend("6"))
        .pulled("2026-03-12");
    assertThat(disagreements()).isEmpty();
  }

  @Test
  void adjoiningRangeFilesAreComparedTogether() {
    shop.range(CAMPAIGN, "2026-03-01", "2026-03-03").row("Shoes", spend("3")).pulled("2026-03-12");
    shop.range(CAMPAIGN, "2026-03-04", "2026-03-07").row("Shoes", spend("4")).pulled("2026-03-12");
    shop.range(TARGETING, "2026-03-01", "2026-03-07").row("Shoes", spend("8")).pulled("2026-03-12");
    assertThat(disagreements())
        .containsExactly(
            "The targeting and campaign reports disagree on spend (2026-03-01 to 2026-03-07): 8.00 USD against 7.00 USD; the targeting report is used.");
  }

  @Test
  void aReportThatDisagreesWithItselfIsNamedByItsGrain() {
    shop.range(CAMPAIGN, "2026-03-01", "2026-03-07").row("Shoes", spend("8")).pulled("2026-03-12");
    shop.daily(CAMPAIGN)
        .covering("2026-03-01", "2026-03-07")
        .day("2026-03-07")
        .row("Shoes", spend("7"))
        .pulled("2026-03-12");
    assertThat(disagreements())
        .containsExactly(
            "The daily campaign and range campaign reports disagree on spend (2026-03-01 to 2026-03-07): 7.00 USD against 8.00 USD; the daily campaign report is used.");
  }

  private List<String> disagreements() {
    return shop.summary().caveats().stream().filter(each -> each.contains("disagree")).toList();
  }
}
