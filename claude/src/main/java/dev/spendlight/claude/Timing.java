package dev.spendlight.claude;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/// Time and chance, as a test may replace them. The time that one request takes is always real.
public interface Timing extends InstantSource {

  /// Never goes back, unlike [#instant]; only differences mean anything.
  long nanos();

  void pause(Duration time) throws InterruptedException;

  /// From 0 up to, not including, 1. Spreads the second attempts of many callers.
  double chance();

  static Timing system() {
    return new Timing() {
      @Override
      public Instant instant() {
        return InstantSource.system().instant();
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
      }

      @Override
      public double chance() {
        return ThreadLocalRandom.current().nextDouble();
      }
    };
  }
}
