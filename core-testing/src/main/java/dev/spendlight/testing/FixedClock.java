package dev.spendlight.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it. Threads may share one.
public final class FixedClock implements InstantSource {
  private final AtomicReference<Instant> now;

  private FixedClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /// @param instant as in `2026-03-08T06:00:00Z`
  public static FixedClock at(String instant) {
    return new FixedClock(Instant.parse(instant));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void advance(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }
}
