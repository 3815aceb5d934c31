package dev.spendlight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import dev.spendlight.testing.PerformanceStoreContract;
import dev.spendlight.testing.SampleReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbPerformanceStoreTest extends PerformanceStoreContract {
  private static final AccountId ACCOUNT = new AccountId("acme");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final RowKey SHOES = RowKey.campaign("c1", "Shoes");

  @TempDir Path folder;

  @Override
  protected PerformanceStore open() {
    return new DuckDbPerformanceStore(folder.resolve("data"));
  }

  @Test
  void aSumMayLeaveALongOnTheWay() {
    try (PerformanceStore store = open()) {
      SampleReport.daily(ReportKind.CAMPAIGN)
          .clicks(DAY, SHOES, Long.MAX_VALUE)
          .clicks(DAY, SHOES, 1)
          .clicks(DAY, SHOES, -2)
          .importInto(store, ACCOUNT, DAY);
      PerformanceTable table = daily(store, DAY);
      assertThat(table.rows()).isEqualTo(1);
      assertThat(table.clicks(0)).isEqualTo(Long.MAX_VALUE - 1);
    }
  }

  @Test
  void aDayBeyondALongIsRefusedRatherThanWrong() {
    try (PerformanceStore store = open()) {
      SampleReport.daily(ReportKind.CAMPAIGN)
          .clicks(DAY, SHOES, Long.MAX_VALUE)
          .clicks(DAY, SHOES, 1)
          .importInto(store, ACCOUNT, DAY);
      assertThatThrownBy(() -> daily(store, DAY)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void anAccountLargerThanTheEnginesMemoryIsImportedAndRead() {
    StoreOptions small = StoreOptions.defaults().withMemoryMegabytes(64);
    int terms = 150_000;
    SampleReport report = SampleReport.daily(ReportKind.CAMPAIGN);
    for (int i = 0; i < terms; i++) {
      report.clicks(
          DAY, SHOES.withSearchTerm("what somebody typed, a rather long one, number " + i), i);
    }
    try (PerformanceStore store = new DuckDbPerformanceStore(folder.resolve("data"), small)) {
      report.importInto(store, ACCOUNT, DAY);
      PerformanceTable table = daily(store, DAY);
      assertThat(table.rows()).isEqualTo(terms);
      long clicks = 0;
      for (int row = 0; row < terms; row++) {
        clicks += table.clicks(row);
      }
      assertThat(clicks).isEqualTo((long) terms * (terms - 1) / 2);
    }
  }

  private static PerformanceTable daily(PerformanceStore store, LocalDate day) {
    Selection selection =
        new Selection(
            ReportKind.CAMPAIGN, Grain.DAILY, List.of(new Selection.Slice(1, DateRange.day(day))));
    return store.read(ACCOUNT, selection, AttributionWindow.DAYS_7, Detail.FULL, true);
  }
}
