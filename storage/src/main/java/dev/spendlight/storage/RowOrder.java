package dev.spendlight.storage;

import java.util.Arrays;

/// Rows by key, those of one key by day: two stable counting sorts, the first by day.
final class RowOrder {
  private RowOrder() {}

  /// The rows in their new order.
  ///
  /// @param keys of each row the place of its key
  /// @param days of each row
  static int[] of(int[] keys, int[] days) {
    int[] asTheyAre = new int[keys.length];
    Arrays.setAll(asTheyAre, row -> row);
    return sorted(sorted(asTheyAre, days), keys);
  }

  /// @param values of the rows as they came
  private static int[] sorted(int[] rows, int[] values) {
    if (rows.length == 0) {
      return rows;
    }
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    int[] starts = new int[Math.subtractExact(most, least) + 2];
    for (int value : values) {
      starts[value - least + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] sorted = new int[rows.length];
    for (int row : rows) {
      sorted[starts[values[row] - least]++] = row;
    }
    return sorted;
  }
}
