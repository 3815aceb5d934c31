package dev.spendlight.service;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.testing.Amount.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.finding.Detectors;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.metric.DateRange;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.testing.FixedClock;
import dev.spendlight.testing.SampleAccount;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The summary of a week, or of a window.
class SummariseTest {
  private final SampleAccount shop = SampleAccount.shop();
  private final IntelligenceService service =
      new IntelligenceService(
          shop.store(),
          Detectors.standard(),
          new RulesAnalyst(),
          FixedClock.at("2026-04-01T06:00:00Z"));

  @Test
  void aWindowTakesTheNewestPullsLikeEverythingWithoutADay() {
    twoPulls();
    AccountSummary summary = summary(Optional.empty(), window("2026-03-01", "2026-03-02"));
    assertThat(summary.totals().orders()).contains(20L);
    assertThat(summary.window()).hasToString("2026-03-01..2026-03-02");
    assertThat(summary.asOf()).isEqualTo("2026-03-09");
    assertThat(summary(Optional.of(day("2026-03-02")), Optional.empty()).totals().orders())
        .contains(1L);
  }

  @Test
  void aWindowAsOfADayIsAsItWasKnownThen() {
    twoPulls();
    AccountSummary summary =
        summary(Optional.of(day("2026-03-02")), window("2026-03-01", "2026-03-02"));
    assertThat(summary.totals().orders()).contains(1L);
  }

  @Test
  void aWindowThatReachesBeyondTheDataHasUnknownDays() {
    twoPulls();
    AccountSummary summary = summary(Optional.empty(), window("2026-03-08", "2026-03-11"));
    assertThat(summary.totals().orders()).contains(300L);
    assertThat(summary.caveats())
        .anyMatch(each ->
            each.startsWith(
                "No campaign report was imported for 2026-03-08 and 2026-03-10 to 2026-03-11"));
  }

  @Test
  void aWindowBeyondTheDataIsAnErrorThatNamesTheLastDay() {
    twoPulls();
    assertThatThrownBy(() -> summary(Optional.empty(), window("2026-03-10", "2026-03-11")))
        .isInstanceOf(UnanswerableException.class)
        .hasMessageContaining("2026-03-09");
  }

  private void twoPulls() {
    shop.daily(CAMPAIGN).day("2026-03-02").row("Shoes", orders(1)).pulled("2026-03-03");
    shop.daily(CAMPAIGN)
        .day("2026-03-02")
        .row("Shoes", orders(20))
        .day("2026-03-09")
        .row("Shoes", orders(300))
        .pulled("2026-03-10");
  }

  private AccountSummary summary(Optional<LocalDate> day, Optional<DateRange> window) {
    return service.summarise(shop.id(), day, window);
  }

  private static Optional<DateRange> window(String from, String to) {
    return Optional.of(new DateRange(day(from), day(to)));
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
