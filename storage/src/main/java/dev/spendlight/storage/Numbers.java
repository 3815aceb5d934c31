package dev.spendlight.storage;

import java.util.BitSet;

/// A set of key numbers, which are small and dense, in ascending order.
final class Numbers {
  private final int[] ascending;
  private final int[] places;

  private Numbers(int[] ascending) {
    this.ascending = ascending;
    this.places = new int[ascending.length == 0 ? 0 : ascending[ascending.length - 1] + 1];
    for (int i = 0; i < ascending.length; i++) {
      places[ascending[i]] = i;
    }
  }

  /// The numbers that occur.
  static Numbers among(int[] numbers) {
    BitSet seen = new BitSet();
    for (int each : numbers) {
      seen.set(each);
    }
    return new Numbers(seen.stream().toArray());
  }

  int size() {
    return ascending.length;
  }

  /// As rows that the engine can read.
  RowBatch rows() {
    return RowBatch.of(ascending);
  }

  /// How many numbers of the set are smaller.
  ///
  /// @param number one of the set
  int placeOf(int number) {
    return places[number];
  }
}
