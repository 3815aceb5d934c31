package dev.spendlight.history;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.report.ReportKind.TARGETING;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.metric.DateRange;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.testing.SampleAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Zero, and unknown.
class DeliveredDaysTest {
  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void aDayWithoutARowIsUnknownAndACaveatNamesIt() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Shoes", spend("1"))
        .day("2026-03-03")
        .row("Shoes", spend("2"))
        .day("2026-03-07")
        .row("Shoes", spend("4"))
        .pulled("2026-03-08");
    AccountSummary summary = shop.summary();
    assertThat(summary.coverage().covered()).isEqualTo(3);
    assertThat(summary.coverage().missing()).containsExactly(day(2), day(4), day(5), day(6));
    assertThat(summary.caveats())
        .contains(
            "No campaign report was imported for 2026-03-02 and 2026-03-04 to 2026-03-06; those days are unknown, not zero.");
  }

  @Test
  void aDayThatTheCommandCoversIsDeliveredAndZero() {
    shop.daily(CAMPAIGN)
        .covering("2026-03-01", "2026-03-07")
        .day("2026-03-03")
        .row("Shoes", spend("2"))
        .pulled("2026-03-08");
    AccountSummary summary = shop.summary();
    assertThat(summary.asOf()).isEqualTo("2026-03-07");
    assertThat(summary.coverage().missing()).isEmpty();
    assertThat(summary.totals().spend()).contains(new BigDecimal("2.00"));
    assertThat(summary.caveats()).noneMatch(each -> each.contains("unknown"));
  }

  @Test
  void anEmptyReportReplacesTheDaysThatTheCommandCovers() {
    shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("2")).pulled("2026-03-08");
    shop.daily(CAMPAIGN).covering("2026-03-07", "2026-03-07").pulled("2026-03-09");
    assertThat(shop.summary().totals().spend()).contains(new BigDecimal("0.00"));
    assertThat(shop.summary().campaigns()).isEmpty();
  }

  @Test
  void anEmptyReportThatTellsNoColumnsTakesNoneFromTheOtherDays() {
    shop.daily(CAMPAIGN).day("2026-03-06").row("Shoes", spend("2"), clicks(3)).pulled("2026-03-08");
    shop.daily(CAMPAIGN).covering("2026-03-07", "2026-03-07").carrying().pulled("2026-03-08");
    assertThat(shop.summary().totals().spend()).contains(new BigDecimal("2.00"));
    assertThat(shop.summary().totals().clicks()).contains(3L);
  }

  @Test
  void onlyThatReportDecidesWhetherItsDayIsMissing() {
    shop.daily(CAMPAIGN).covering("2026-03-01", "2026-03-07").pulled("2026-03-08");
    shop.daily(TARGETING).day("2026-03-07").row("Shoes", spend("1")).pulled("2026-03-08");
    var coverages = shop.view().coverages(new DateRange(day(1), day(7)));
    assertThat(coverages).extracting(Coverage::kind).containsExactly(CAMPAIGN, TARGETING);
    assertThat(coverages.getFirst().missing()).isEmpty();
    assertThat(coverages.getLast().missing()).hasSize(6);
  }

  @Test
  void aWindowWithoutAnyDeliveredDayIsAnErrorThatNamesTheLastDay() {
    shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("1")).pulled("2026-03-08");
    assertThatThrownBy(() -> shop.summary("2026-03-08", "2026-03-14"))
        .isInstanceOf(UnanswerableException.class)
        .hasMessage(
            "Nothing was imported for 2026-03-08 to 2026-03-14 of account shop; its last day with data is 2026-03-07.");
  }

  private static LocalDate day(int ofMarch) {
    return LocalDate.of(2026, 3, ofMarch);
  }
}
