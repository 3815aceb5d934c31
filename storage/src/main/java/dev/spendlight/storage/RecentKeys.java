package dev.spendlight.storage;

import dev.spendlight.report.RowKey;
import org.jspecify.annotations.Nullable;

/// The numbers of keys that came not long ago: a cache of fixed size with two places for each hash.
///
/// Hashes are compared first: looking at a key that is another one costs more than everything else
/// here.
final class RecentKeys {
  private static final int SPREAD = 0x9E3779B9;

  private final @Nullable RowKey[] keys;
  private final int[] hashes;
  private final int[] numbers;
  private final int shift;

  /// @param size a power of two
  RecentKeys(int size) {
    keys = new RowKey[size];
    hashes = new int[size];
    numbers = new int[size];
    shift = Integer.SIZE - Integer.numberOfTrailingZeros(size);
  }

  /// The number, or [HashIndex#ABSENT].
  int get(RowKey key, int hash) {
    int newer = place(hash);
    if (holds(newer, key, hash)) {
      return numbers[newer];
    }
    int older = newer ^ 1;
    return holds(older, key, hash) ? numbers[older] : HashIndex.ABSENT;
  }

  /// Takes the place of the older of the two that are there.
  void put(RowKey key, int hash, int number) {
    int newer = place(hash);
    int older = newer ^ 1;
    keys[older] = keys[newer];
    hashes[older] = hashes[newer];
    numbers[older] = numbers[newer];
    keys[newer] = key;
    hashes[newer] = hash;
    numbers[newer] = number;
  }

  private boolean holds(int place, RowKey key, int hash) {
    return hashes[place] == hash && key.equals(keys[place]);
  }

  private int place(int hash) {
    return ((hash * SPREAD) >>> shift) & ~1;
  }
}
