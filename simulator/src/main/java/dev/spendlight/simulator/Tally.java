package dev.spendlight.simulator;

import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;

/// Sums by row number, from clicks and impressions. Money comes in coins and goes out in micros.
final class Tally {
  private static final int[] WINDOWS = {1, 7, 14, 30};
  private static final int WIDTH = Measure.values().length;

  private final long[] sums;
  private final long coin;

  Tally(int rows, long coin) {
    this.sums = new long[rows * WIDTH];
    this.coin = coin;
  }

  void impressions(int row, long shown) {
    sums[row * WIDTH + Measure.IMPRESSIONS.ordinal()] += shown;
  }

  /// Adds a click of the log, with its order if a report pulled at this age of the day shows it. Of
  /// a click that was taken back the impression is left.
  void click(int row, ClickLog log, int click, long age) {
    int at = row * WIDTH;
    sums[at + Measure.IMPRESSIONS.ordinal()]++;
    if (!log.counts(click, age)) {
      return;
    }
    sums[at + Measure.CLICKS.ordinal()]++;
    sums[at + Measure.SPEND.ordinal()] += log.cost(click) * coin;
    if (log.shows(click, age)) {
      for (int i = 0; i < WINDOWS.length; i++) {
        if (log.window(click) <= WINDOWS[i]) {
          sums[at + Measure.SALES_1.ordinal() + i] += log.sales(click) * coin;
          sums[at + Measure.ORDERS_1.ordinal() + i]++;
          sums[at + Measure.UNITS_1.ordinal() + i] += log.units(click);
        }
      }
    }
  }

  /// Whether anything happened, for reports have no other rows.
  boolean isActive(int row) {
    return sums[row * WIDTH + Measure.IMPRESSIONS.ordinal()] > 0;
  }

  Measures of(int row) {
    long[] values = new long[WIDTH];
    System.arraycopy(sums, row * WIDTH, values, 0, WIDTH);
    return Measures.of(values);
  }
}
