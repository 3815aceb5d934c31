package dev.spendlight.storage;

import java.util.Arrays;

/// A column of a result whose length is not known yet.
final class GrowingLongs {
  private static final int FIRST = 1024;

  private long[] values = new long[FIRST];
  private int size;

  void append(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + size / 2);
    }
    values[size++] = value;
  }

  /// @throws ArithmeticException when the sum leaves the range of a long
  void addTo(int place, long value) {
    values[place] = Math.addExact(values[place], value);
  }

  /// All values in the order of these rows. Empties this, so that of several columns only one is
  /// held twice at a time.
  long[] take(int[] rows) {
    long[] all = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      all[i] = values[rows[i]];
    }
    values = new long[FIRST];
    size = 0;
    return all;
  }
}
