package dev.spendlight.testing;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Adds rows up into a [PerformanceTable].
final class TableSums {
  private final AttributionWindow window;
  private final Detail detail;
  private final boolean byDay;
  private final Map<RowKey, Integer> places = new LinkedHashMap<>();
  private final Map<Cell, Sum> sums = new LinkedHashMap<>();

  /// @param day the day, or any one where days are not told apart
  private record Cell(int key, LocalDate day) {}

  private record Sum(int key, LocalDate day, Measures measures) {
    Sum plus(Sum other) {
      return new Sum(key, day, measures.plus(other.measures));
    }
  }

  TableSums(AttributionWindow window, Detail detail, boolean byDay) {
    this.window = window;
    this.detail = detail;
    this.byDay = byDay;
  }

  void add(ReportRow row) {
    int key = places.computeIfAbsent(detail.of(row.key()), fresh -> places.size());
    Cell cell = new Cell(key, byDay ? row.from() : LocalDate.EPOCH);
    sums.merge(cell, new Sum(key, row.from(), row.measures()), Sum::plus);
  }

  PerformanceTable table() {
    List<Sum> rows =
        sums.values().stream()
            .sorted(Comparator.comparingInt(Sum::key).thenComparing(Sum::day))
            .toList();
    return new PerformanceTable(
        new ArrayList<>(places.keySet()),
        rows.stream().mapToInt(Sum::key).toArray(),
        rows.stream().mapToInt(each -> Math.toIntExact(each.day().toEpochDay())).toArray(),
        column(rows, Measure.IMPRESSIONS),
        column(rows, Measure.CLICKS),
        column(rows, Measure.SPEND),
        column(rows, Measure.sales(window)),
        column(rows, Measure.orders(window)),
        column(rows, Measure.units(window)));
  }

  private static long[] column(List<Sum> rows, Measure measure) {
    ToLongFunction<Sum> value = each -> each.measures().get(measure);
    return rows.stream().mapToLong(value).toArray();
  }
}
