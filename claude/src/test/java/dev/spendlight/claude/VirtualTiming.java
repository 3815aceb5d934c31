package dev.spendlight.claude;

import dev.spendlight.testing.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Time that passes when somebody waits, and chance that is always the same. Threads may share one.
class VirtualTiming implements Timing {
  private final FixedClock clock = FixedClock.at("2026-11-01T12:00:00Z");
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public long nanos() {
    return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    pauses.add(time);
    clock.advance(time);
  }

  @Override
  public double chance() {
    return 0.5;
  }

  void advance(Duration time) {
    clock.advance(time);
  }

  /// Every wait so far.
  List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
