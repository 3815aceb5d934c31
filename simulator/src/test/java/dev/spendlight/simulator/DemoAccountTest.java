package dev.spendlight.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoAccountTest {
  @Test
  void theDemoIsTwoMorningsThatCoverSixtyDays(@TempDir Path folder) throws IOException {
    LocalDate lastDay = LocalDate.of(2026, 11, 23);
    DemoAccount demo = DemoAccount.write(folder, lastDay);
    assertThat(demo.mornings())
        .containsExactly(
            new Morning(
                folder.resolve("2026-11-17"),
                LocalDate.of(2026, 11, 17),
                new DateRange(LocalDate.of(2026, 9, 25), LocalDate.of(2026, 11, 16))),
            new Morning(
                folder.resolve("2026-11-24"),
                LocalDate.of(2026, 11, 24),
                DateRange.ending(lastDay, 14)));
    assertThat(demo.settings().targetAcos())
        .hasValueSatisfying(acos -> assertThat(acos).isEqualByComparingTo("0.3"));
    assertThat(demo.truths()).hasSize(10);
    assertThat(folder.resolve("2026-11-24")).isDirectoryContaining("glob:**.xlsx");
  }

  /// The demo ends on any day of the year, and must tell its story on all of them.
  @ParameterizedTest
  @ValueSource(strings = {"2025-12-31", "2026-02-14", "2026-06-30", "2026-09-09", "2026-11-23"})
  void whatIsPlantedIsPlainToSeeWheneverTheDemoIsShown(LocalDate lastDay) {
    SimulatedAccount account = DemoAccount.account(lastDay);
    LocalDate pulled = lastDay.plusDays(1);
    DateRange week = DateRange.ending(lastDay, 7);
    List<ReportRow> campaigns = account.rows(ReportKind.CAMPAIGN, account.shape().period(), pulled);
    List<ReportRow> terms = account.rows(ReportKind.SEARCH_TERM, account.shape().period(), pulled);
    double weekly =
        Accounts.sum(
                campaigns.stream().filter(row -> week.contains(row.from())).toList(), Measure.SPEND)
            / 1e6;
    assertThat(weekly).isBetween(5000.0, 8000.0);

    for (Truth truth : account.truths()) {
      switch (truth.incident()) {
        case Incident.ZeroConversion zero -> {
          List<ReportRow> own =
              terms.stream()
                  .filter(row -> truth.targetIds().contains(row.key().targetId()))
                  .toList();
          assertThat(Accounts.sum(own, Measure.ORDERS_7)).isZero();
          assertThat(Accounts.sum(own, Measure.CLICKS)).isGreaterThan(300);
          assertThat(((Entity.Keyword) truth.entity()).matchType().name())
              .isIn("EXACT", "PHRASE", "BROAD");
        }
        case Incident.ExpensiveCampaign expensive -> {
          List<ReportRow> own = own(campaigns, truth);
          double acos =
              (double) Accounts.sum(own, Measure.SPEND) / Accounts.sum(own, Measure.SALES_7);
          assertThat(acos).isGreaterThan(0.45);
        }
        case Incident.WastedSearchTerms wasted -> {
          List<ReportRow> own =
              terms.stream()
                  .filter(row ->
                      truth
                          .entity()
                          .id()
                          .equals(row.key().targetId() + ":" + row.key().searchTerm()))
                  .toList();
          assertThat(Accounts.sum(own, Measure.ORDERS_7)).isZero();
          assertThat(Accounts.sum(own, Measure.CLICKS)).isGreaterThan(100);
        }
        default -> assertThat(truth.weeklyImpact().amount().doubleValue()).isGreaterThan(50);
      }
    }
  }

  private static List<ReportRow> own(List<ReportRow> campaigns, Truth truth) {
    return campaigns.stream()
        .filter(row -> row.key().campaignId().equals(truth.entity().id()))
        .toList();
  }
}
