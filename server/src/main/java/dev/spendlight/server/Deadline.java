package dev.spendlight.server;

import java.time.Duration;

/// When something has to be done, by the process's own running time.
///
/// @param nanos as [System#nanoTime] will tell then
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  Deadline plus(Duration time) {
    return new Deadline(nanos + time.toNanos());
  }

  long nanosLeft() {
    return nanos - System.nanoTime();
  }

  boolean hasPassed() {
    return nanosLeft() <= 0;
  }
}
