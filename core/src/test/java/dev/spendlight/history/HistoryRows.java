package dev.spendlight.history;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Rows of a daily report, one by one in any order, for tests of histories: no store, no file.
public final class HistoryRows {
  /// Day 0.
  public static final LocalDate FIRST = LocalDate.parse("2026-01-01");

  private final ReportKind kind;
  private final int days;
  private final NavigableSet<LocalDate> delivered = new TreeSet<>();
  private final Map<RowKey, Integer> keys = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private int ageOfLastDay = 30;

  /// @param spend in micros, as the sales
  public record Row(
      int key,
      int day,
      long impressions,
      long clicks,
      long orders,
      long units,
      long spend,
      long sales) {}

  /// @param days all of them delivered
  public HistoryRows(ReportKind kind, int days) {
    this.kind = kind;
    this.days = days;
    for (int day = 0; day < days; day++) {
      delivered.add(FIRST.plusDays(day));
    }
  }

  /// @param spend in micros, as the sales
  public HistoryRows row(
      RowKey key, int day, long impressions, long clicks, long orders, long spend, long sales) {
    int place = keys.computeIfAbsent(key, fresh -> keys.size());
    rows.add(new Row(place, day, impressions, clicks, orders, orders, spend, sales));
    return this;
  }

  /// A day that was not delivered.
  public HistoryRows without(int day) {
    delivered.remove(FIRST.plusDays(day));
    return this;
  }

  /// @param age of the last day when the report was pulled
  public HistoryRows pulledAt(int age) {
    ageOfLastDay = age;
    return this;
  }

  public Coverage coverage() {
    DateRange period = new DateRange(FIRST, FIRST.plusDays(days - 1L));
    Delivery delivery =
        new Delivery(
            1,
            period.to().plusDays(ageOfLastDay),
            kind,
            Grain.DAILY,
            period,
            delivered,
            EnumSet.allOf(Measure.class),
            true);
    return Coverages.daily(List.of(delivery), kind, new AsOf(period.to(), false), period);
  }

  public EntityRows entityRows() {
    PerformanceTable table =
        new PerformanceTable(
            List.copyOf(keys.keySet()),
            rows.stream().mapToInt(Row::key).toArray(),
            rows.stream().mapToInt(row -> (int) FIRST.toEpochDay() + row.day()).toArray(),
            column(Row::impressions),
            column(Row::clicks),
            column(Row::spend),
            column(Row::sales),
            column(Row::orders),
            column(Row::units));
    return EntityRows.resolve(
        table, NameResolution.none(), new DateRange(FIRST, FIRST.plusDays(days - 1L)), true);
  }

  private long[] column(ToLongFunction<Row> of) {
    return rows.stream().mapToLong(of).toArray();
  }

  /// By target.
  public AccountHistory history() {
    return history(HistoryRows::target);
  }

  public AccountHistory history(Function<RowKey, Entity> unit) {
    return AccountHistory.of(coverage(), entityRows(), unit);
  }

  public static Entity target(RowKey key) {
    Entity.AdGroup adGroup = new Entity.AdGroup(key.adGroupId(), key.adGroupName(), campaign(key));
    return new Entity.Keyword(key.targetId(), key.targeting(), key.matchType(), adGroup);
  }

  public static Entity.Campaign campaign(RowKey key) {
    return new Entity.Campaign(key.campaignId(), key.campaignName());
  }
}
