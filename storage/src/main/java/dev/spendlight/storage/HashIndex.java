package dev.spendlight.storage;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Numbers by 128-bit hash: open addressing, outside the Java heap, so that an account may have
/// millions of keys.
///
/// Takes 20 bytes a slot, at most half of them used. One thread at a time.
@SuppressWarnings("MustBeClosedChecker") // closed when it is outgrown, and in close()
final class HashIndex implements AutoCloseable {
  /// What [#get] says of a hash that is not there.
  static final int ABSENT = 0;

  private static final int FIRST_CAPACITY = 1024;

  private Arena arena;
  private MemorySegment hashes;
  private MemorySegment numbers;
  private long capacity;
  private long size;

  HashIndex() {
    arena = Arena.ofShared();
    capacity = FIRST_CAPACITY;
    hashes = arena.allocate(ValueLayout.JAVA_LONG, 2 * capacity);
    numbers = arena.allocate(ValueLayout.JAVA_INT, capacity);
  }

  int get(long high, long low) {
    return numbers.getAtIndex(ValueLayout.JAVA_INT, slot(high, low));
  }

  /// @param number not [#ABSENT]
  void put(long high, long low, int number) {
    if (2 * size >= capacity) {
      grow();
    }
    long slot = slot(high, low);
    if (numbers.getAtIndex(ValueLayout.JAVA_INT, slot) == ABSENT) {
      size++;
    }
    set(slot, high, low, number);
  }

  @Override
  public void close() {
    arena.close();
  }

  /// Where the hash is, or would be. The bits of a hash are as good as random, so the lowest choose
  /// the place.
  private long slot(long high, long low) {
    long slot = low & (capacity - 1);
    while (numbers.getAtIndex(ValueLayout.JAVA_INT, slot) != ABSENT
        && (hashes.getAtIndex(ValueLayout.JAVA_LONG, 2 * slot) != high
            || hashes.getAtIndex(ValueLayout.JAVA_LONG, 2 * slot + 1) != low)) {
      slot = (slot + 1) & (capacity - 1);
    }
    return slot;
  }

  private void set(long slot, long high, long low, int number) {
    hashes.setAtIndex(ValueLayout.JAVA_LONG, 2 * slot, high);
    hashes.setAtIndex(ValueLayout.JAVA_LONG, 2 * slot + 1, low);
    numbers.setAtIndex(ValueLayout.JAVA_INT, slot, number);
  }

  private void grow() {
    Arena oldArena = arena;
    MemorySegment oldHashes = hashes;
    MemorySegment oldNumbers = numbers;
    long oldCapacity = capacity;
    arena = Arena.ofShared();
    capacity = 2 * oldCapacity;
    hashes = arena.allocate(ValueLayout.JAVA_LONG, 2 * capacity);
    numbers = arena.allocate(ValueLayout.JAVA_INT, capacity);
    for (long i = 0; i < oldCapacity; i++) {
      int number = oldNumbers.getAtIndex(ValueLayout.JAVA_INT, i);
      if (number != ABSENT) {
        long high = oldHashes.getAtIndex(ValueLayout.JAVA_LONG, 2 * i);
        long low = oldHashes.getAtIndex(ValueLayout.JAVA_LONG, 2 * i + 1);
        set(slot(high, low), high, low, number);
      }
    }
    oldArena.close();
  }
}
