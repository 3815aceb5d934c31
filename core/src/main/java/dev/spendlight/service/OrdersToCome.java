package dev.spendlight.service;

import dev.spendlight.history.Coverage;
import dev.spendlight.history.EntityRows;
import dev.spendlight.report.Grain;
import dev.spendlight.statistics.Completeness;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The orders of a period that have not arrived yet.
///
/// @param days those that are younger than the age at which orders are settled, in order
/// @param growth by which share the period's orders are expected to grow: its clicks over its
///   clicks times their completeness, less one, which takes every day to convert alike; absent when
///   nothing can be seen yet
record OrdersToCome(List<LocalDate> days, OptionalDouble growth) {

  /// @param rows of the coverage, told apart by day where it is daily; a range file's clicks are
  ///   taken to be spread evenly
  static OrdersToCome of(Coverage coverage, EntityRows rows, Completeness completeness) {
    Map<LocalDate, Double> clicks = new HashMap<>();
    if (coverage.grain() == Grain.DAILY) {
      for (int row = 0; row < rows.table().rows(); row++) {
        clicks.merge(rows.table().day(row), (double) rows.table().clicks(row), Double::sum);
      }
    }
    boolean known = clicks.values().stream().anyMatch(each -> each > 0);
    double all = 0;
    double visible = 0;
    for (LocalDate day : coverage.pulls().keySet()) {
      double weight = known ? clicks.getOrDefault(day, 0.0) : 1;
      all += weight;
      visible += completeness.effectiveClicks(weight, coverage.age(day));
    }
    return new OrdersToCome(
        coverage.pulls().keySet().stream()
            .filter(day -> completeness.at(coverage.age(day)) < 1)
            .toList(),
        visible > 0 ? OptionalDouble.of(all / visible - 1) : OptionalDouble.empty());
  }

  boolean isNone() {
    return days.isEmpty();
  }
}
