package dev.spendlight.storage;

import java.util.Arrays;

/// A column of a result whose length is not known yet.
final class GrowingInts {
  private static final int FIRST = 1024;

  private int[] values = new int[FIRST];
  private int size;

  int size() {
    return size;
  }

  int get(int place) {
    return values[place];
  }

  void append(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + size / 2);
    }
    values[size++] = value;
  }

  /// All values. Empties this, so that of several columns only one is held twice at a time.
  int[] take() {
    int[] all = Arrays.copyOf(values, size);
    values = new int[FIRST];
    size = 0;
    return all;
  }
}
