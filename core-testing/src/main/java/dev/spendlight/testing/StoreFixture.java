package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import dev.spendlight.report.Selection.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the tests of a store begin with: a way to open it, and words to say what is in it.
abstract class StoreFixture {
  static final AccountId ACCOUNT = new AccountId("acme");
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final LocalDate TUESDAY = MONDAY.plusDays(1);
  static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
  static final LocalDate PULLED = LocalDate.of(2026, 3, 9);
  static final DateRange WEEK = new DateRange(MONDAY, MONDAY.plusDays(6));
  static final RowKey SHOES = RowKey.campaign("c1", "Shoes");
  static final RowKey HATS = RowKey.campaign("c2", "Hats");

  /// Opens a store. The first call of a test finds it empty; a later one finds what an earlier one
  /// of the same test left there.
  protected abstract PerformanceStore open();

  static SampleReport report() {
    return SampleReport.daily(ReportKind.CAMPAIGN);
  }

  static Selection daily(long importId, DateRange days) {
    return new Selection(ReportKind.CAMPAIGN, Grain.DAILY, List.of(new Slice(importId, days)));
  }

  static Selection range(long importId, DateRange period) {
    return new Selection(ReportKind.CAMPAIGN, Grain.RANGE, List.of(new Slice(importId, period)));
  }

  static EntityState state(String status, String timeInBudget, long bidMicros) {
    return new EntityState(
        status,
        Optional.of(bidMicros),
        Optional.of(20_000_000L),
        Optional.of(new BigDecimal(timeInBudget)),
        Optional.empty());
  }

  static Delivery only(List<Delivery> deliveries, ReportKind kind) {
    return deliveries.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  static PerformanceTable read(
      PerformanceStore store, Selection selection, Detail detail, boolean byDay) {
    PerformanceTable table =
        store.read(ACCOUNT, selection, AttributionWindow.DAYS_7, detail, byDay);
    for (int row = 1; row < table.rows(); row++) {
      boolean sameKey = table.keyIndex(row) == table.keyIndex(row - 1);
      assertThat(sameKey ? table.epochDay(row) : table.keyIndex(row))
          .as("a row by key, then by day")
          .isGreaterThan(sameKey ? table.epochDay(row - 1) : table.keyIndex(row - 1));
    }
    return table;
  }

  /// Clicks of each campaign in everything daily that an import brought.
  static Map<RowKey, Long> clicks(PerformanceStore store, long importId) {
    DateRange always = new DateRange(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));
    return clicks(read(store, daily(importId, always), Detail.CAMPAIGN, false));
  }

  static Map<RowKey, Long> clicks(PerformanceTable table) {
    Map<RowKey, Long> clicks = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      assertThat(clicks.put(table.key(row), table.clicks(row)))
          .as("a second row of one key")
          .isNull();
    }
    assertThat(table.keys()).doesNotHaveDuplicates();
    return clicks;
  }

  static Map<LocalDate, Long> clicksByDay(PerformanceStore store, Selection selection) {
    PerformanceTable table = read(store, selection, Detail.CAMPAIGN, true);
    Map<LocalDate, Long> clicks = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      clicks.merge(table.day(row), table.clicks(row), Long::sum);
    }
    return clicks;
  }
}
