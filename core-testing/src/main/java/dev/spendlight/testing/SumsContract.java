package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.MatchType;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import dev.spendlight.report.Selection.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a store promises about sums of rows.
abstract class SumsContract extends ImportsContract {
  @Test
  final void rowsOfTheSameKeyAndDayAreAddedWithinAFileAndAcrossFilesOfAnImport() {
    try (PerformanceStore store = open()) {
      long id;
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        report().clicks(MONDAY, SHOES, 1).clicks(MONDAY, SHOES, 10).writeTo(transaction);
        report().clicks(MONDAY, SHOES, 100).clicks(TUESDAY, SHOES, 1000).writeTo(transaction);
        id = transaction.commit();
      }
      assertThat(clicks(store, id)).isEqualTo(Map.of(SHOES, 1111L));
      assertThat(clicksByDay(store, daily(id, WEEK)))
          .isEqualTo(Map.of(MONDAY, 111L, TUESDAY, 1000L));
    }
  }

  @Test
  final void onlySelectedImportsAndDaysCount() {
    try (PerformanceStore store = open()) {
      SampleReport week = report();
      WEEK.stream().forEach(day -> week.clicks(day, SHOES, day.getDayOfMonth()));
      long first = week.importInto(store, ACCOUNT, PULLED);
      long second = report().clicks(TUESDAY, SHOES, 500).importInto(store, ACCOUNT, PULLED);
      Selection both =
          new Selection(
              ReportKind.CAMPAIGN,
              Grain.DAILY,
              List.of(
                  new Slice(first, DateRange.day(MONDAY)),
                  new Slice(second, DateRange.day(TUESDAY)),
                  new Slice(first, new DateRange(WEDNESDAY, WEDNESDAY.plusDays(1)))));
      assertThat(clicksByDay(store, both))
          .isEqualTo(Map.of(MONDAY, 2L, TUESDAY, 500L, WEDNESDAY, 4L, WEDNESDAY.plusDays(1), 5L));
      assertThat(clicksByDay(store, daily(second + 1, WEEK))).isEmpty();
      Selection nothing = new Selection(ReportKind.CAMPAIGN, Grain.DAILY, List.of());
      assertThat(clicksByDay(store, nothing)).isEmpty();
      Selection otherKind =
          new Selection(ReportKind.TARGETING, Grain.DAILY, List.of(new Slice(first, WEEK)));
      assertThat(clicksByDay(store, otherKind)).isEmpty();
    }
  }

  @Test
  final void everyDetailLeavesOutWhatIsFiner() {
    List<RowKey> keys = new ArrayList<>();
    for (String campaign : List.of("c1", "c2")) {
      for (String group : List.of("g1", "g2")) {
        for (String target : List.of("t1", "t2")) {
          for (String term : List.of("red", "blue")) {
            keys.add(
                RowKey.target(campaign, "C", group, "G", target, "shoe", MatchType.PHRASE)
                    .withSearchTerm(term)
                    .withProduct("B00" + term, "sku", "ad")
                    .withPlacement("Top of Search"));
          }
        }
      }
    }
    try (PerformanceStore store = open()) {
      SampleReport report = SampleReport.daily(ReportKind.SEARCH_TERM);
      for (int i = 0; i < keys.size(); i++) {
        report.clicks(MONDAY, keys.get(i), 1L << i);
      }
      long id = report.importInto(store, ACCOUNT, PULLED);
      Selection all =
          new Selection(ReportKind.SEARCH_TERM, Grain.DAILY, List.of(new Slice(id, WEEK)));
      for (Detail detail : Detail.values()) {
        Map<RowKey, Long> expected = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
          expected.merge(detail.of(keys.get(i)), 1L << i, Long::sum);
        }
        assertThat(clicks(read(store, all, detail, false))).as("%s", detail).isEqualTo(expected);
      }
    }
  }

  @Test
  final void theSameTargetInTwoAdGroupsStaysApart() {
    RowKey one = RowKey.target("", "C", "", "G1", "", "shoe", MatchType.EXACT);
    RowKey other = RowKey.target("", "C", "", "G2", "", "shoe", MatchType.EXACT);
    RowKey broad = RowKey.target("", "C", "", "G1", "", "shoe", MatchType.BROAD);
    try (PerformanceStore store = open()) {
      long id =
          report()
              .clicks(MONDAY, one, 1)
              .clicks(MONDAY, other, 2)
              .clicks(MONDAY, broad, 4)
              .importInto(store, ACCOUNT, PULLED);
      assertThat(clicks(read(store, daily(id, WEEK), Detail.TARGET, false)))
          .isEqualTo(Map.of(one, 1L, other, 2L, broad, 4L));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DAYS_1", "DAYS_7", "DAYS_14", "DAYS_30"})
  final void windowsAreNeverMixed(AttributionWindow window) {
    Measures measures = Measures.ZERO;
    for (Measure each : Measure.values()) {
      measures = measures.with(each, 1000 + each.ordinal());
    }
    try (PerformanceStore store = open()) {
      long id = report().row(MONDAY, SHOES, measures).importInto(store, ACCOUNT, PULLED);
      PerformanceTable table = store.read(ACCOUNT, daily(id, WEEK), window, Detail.CAMPAIGN, true);
      assertThat(table.rows()).isEqualTo(1);
      assertThat(table.impressions(0)).isEqualTo(measures.get(Measure.IMPRESSIONS));
      assertThat(table.clicks(0)).isEqualTo(measures.get(Measure.CLICKS));
      assertThat(table.spendMicros(0)).isEqualTo(measures.get(Measure.SPEND));
      assertThat(table.salesMicros(0)).isEqualTo(measures.get(Measure.sales(window)));
      assertThat(table.orders(0)).isEqualTo(measures.get(Measure.orders(window)));
      assertThat(table.units(0)).isEqualTo(measures.get(Measure.units(window)));
    }
  }

  @Test
  final void largeValuesAreAddedExactly() {
    long beyondDouble = (1L << 53) + 1;
    try (PerformanceStore store = open()) {
      long id =
          report()
              .clicks(MONDAY, SHOES, beyondDouble)
              .clicks(MONDAY, SHOES, beyondDouble)
              .clicks(MONDAY, SHOES, Long.MAX_VALUE / 2)
              .clicks(MONDAY, HATS, Long.MAX_VALUE)
              .clicks(TUESDAY, HATS, -1)
              .importInto(store, ACCOUNT, PULLED);
      assertThat(clicks(store, id))
          .isEqualTo(
              Map.of(SHOES, 2 * beyondDouble + Long.MAX_VALUE / 2, HATS, Long.MAX_VALUE - 1));
    }
  }

  @Test
  final void aSumBeyondALongIsRefusedRatherThanWrong() {
    try (PerformanceStore store = open()) {
      long id =
          report()
              .clicks(MONDAY, SHOES, Long.MAX_VALUE)
              .clicks(TUESDAY, SHOES, 1)
              .importInto(store, ACCOUNT, PULLED);
      assertThatThrownBy(() -> clicks(store, id)).isInstanceOf(ArithmeticException.class);
      assertThat(clicksByDay(store, daily(id, WEEK)))
          .isEqualTo(Map.of(MONDAY, Long.MAX_VALUE, TUESDAY, 1L));
    }
  }

  @Test
  final void sumsAgreeWithPlainAdditionOnAnyRows() {
    long seed = 20260302;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Map<RowKey, Long> byKey = new HashMap<>();
    Map<LocalDate, Long> byDay = new HashMap<>();
    SampleReport report = report();
    for (int i = 0; i < 5_000; i++) {
      LocalDate day = MONDAY.plusDays(random.nextInt(40));
      RowKey key = RowKey.campaign("c" + random.nextInt(30), "n" + random.nextInt(3));
      long clicks = random.nextInt(1000);
      report.clicks(day, key, clicks);
      DateRange taken = new DateRange(MONDAY.plusDays(5), MONDAY.plusDays(30));
      if (taken.contains(day)) {
        byKey.merge(key, clicks, Long::sum);
        byDay.merge(day, clicks, Long::sum);
      }
    }
    try (PerformanceStore store = open()) {
      long id = report.importInto(store, ACCOUNT, PULLED);
      Selection taken = daily(id, new DateRange(MONDAY.plusDays(5), MONDAY.plusDays(30)));
      assertThat(clicks(read(store, taken, Detail.CAMPAIGN, false))).isEqualTo(byKey);
      assertThat(clicksByDay(store, taken)).isEqualTo(byDay);
    }
  }
}
