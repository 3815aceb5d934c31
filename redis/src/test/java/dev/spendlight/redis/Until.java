package dev.spendlight.redis;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what other threads or processes do, by asking again and again.
final class Until {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Until() {}

  static void holds(BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not come true within " + LONGEST);
      }
      Thread.onSpinWait();
    }
  }
}
