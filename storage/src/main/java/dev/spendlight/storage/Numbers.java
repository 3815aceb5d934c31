package dev.spendlight.storage;

import java.util.Arrays;
import java.util.BitSet;

/// Sets of key numbers, which are small and dense, as ascending arrays.
final class Numbers {
  private Numbers() {}

  /// The numbers that occur among the first `size`, ascending, each once.
  static int[] distinct(int[] numbers, int size) {
    BitSet seen = new BitSet();
    for (int i = 0; i < size; i++) {
      seen.set(numbers[i]);
    }
    return seen.stream().toArray();
  }

  static int[] distinct(int[] numbers) {
    return distinct(numbers, numbers.length);
  }

  /// @param distinct ascending, `number` among them
  static int indexOf(int[] distinct, int number) {
    return Arrays.binarySearch(distinct, number);
  }
}
