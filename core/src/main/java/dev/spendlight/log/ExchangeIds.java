package dev.spendlight.log;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Gives out ids: the time in milliseconds, a count within the millisecond, and chance (RFC 9562,
/// UUID version 7). Those of one instance are in order even when the clock steps back. Threads may
/// share one.
public final class ExchangeIds {
  private static final int MOST_A_MILLISECOND = 0xFFF;
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 1L << 63;
  private static final long CHANCE = (1L << 62) - 1;

  private final InstantSource clock;
  private final RandomGenerator chance;
  private long millis;
  private int count;

  /// @param chance tells processes apart that ask in the same millisecond
  public ExchangeIds(InstantSource clock, RandomGenerator chance) {
    this.clock = clock;
    this.chance = chance;
  }

  public synchronized ExchangeId next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      count = 0;
    } else if (++count > MOST_A_MILLISECOND) {
      millis++;
      count = 0;
    }
    return new ExchangeId(
        new UUID(millis << 16 | VERSION | count, VARIANT | (chance.nextLong() & CHANCE))
            .toString());
  }
}
