package dev.spendlight.scan;

import dev.spendlight.history.AccountHistory;

/// Orders seen and due of one set, day by day, as running sums: any run of days is two look-ups.
final class DailyCounts {
  private final double[] observed;
  private final double[] due;

  private DailyCounts(int days) {
    this.observed = new double[days + 1];
    this.due = new double[days + 1];
  }

  /// @param left units that are no longer looked at
  static DailyCounts of(OrdersDue orders, int[] units, boolean[] left) {
    AccountHistory history = orders.history();
    DailyCounts counts = new DailyCounts(history.length());
    for (int unit : units) {
      if (!left[unit]) {
        for (int row = history.start(unit); row < history.start(unit + 1); row++) {
          int day = history.day(row);
          if (orders.isJudged(day)) {
            counts.observed[day + 1] += history.orders(row);
            counts.due[day + 1] += orders.due(unit, row);
          }
        }
      }
    }
    for (int day = 1; day < counts.due.length; day++) {
      counts.observed[day] += counts.observed[day - 1];
      counts.due[day] += counts.due[day - 1];
    }
    return counts;
  }

  /// Days from `from` to before `to`; corrections can make a sum negative, which counts as none.
  double observed(int from, int to) {
    return Math.max(0, observed[to] - observed[from]);
  }

  double due(int from, int to) {
    return due[to] - due[from];
  }
}
