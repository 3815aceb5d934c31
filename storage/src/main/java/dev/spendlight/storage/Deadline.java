package dev.spendlight.storage;

import java.time.Duration;

/// When patience ends.
///
/// @param nanoTime on the clock of [System#nanoTime()]
record Deadline(long nanoTime) {
  static Deadline in(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  long nanosLeft() {
    return nanoTime - System.nanoTime();
  }

  boolean isOver() {
    return nanosLeft() <= 0;
  }
}
