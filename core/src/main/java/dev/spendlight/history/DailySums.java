package dev.spendlight.history;

import java.util.stream.IntStream;

/// Sums of some units for each day of a history; zeros on days without activity and on unknown
/// days.
///
/// @param impressions by day, counted in the history; not to be changed
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
public record DailySums(
    double[] impressions, double[] clicks, double[] orders, double[] spend, double[] sales) {

  static DailySums of(AccountHistory history, int[] units) {
    int days = history.length();
    DailySums sums =
        new DailySums(
            new double[days],
            new double[days],
            new double[days],
            new double[days],
            new double[days]);
    for (int unit : units) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        int day = history.day(row);
        sums.impressions[day] += history.impressions(row);
        sums.clicks[day] += history.clicks(row);
        sums.orders[day] += history.orders(row);
        sums.spend[day] += history.spend(row);
        sums.sales[day] += history.sales(row);
      }
    }
    return sums;
  }

  /// The sum of a column from one day to another, both included.
  public static double sum(double[] column, int first, int last) {
    return IntStream.rangeClosed(Math.max(0, first), last).mapToDouble(day -> column[day]).sum();
  }
}
