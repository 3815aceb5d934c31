package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FixedClockTest {
  @Test
  void itStandsStillUntilItIsMoved() {
    FixedClock clock = FixedClock.at("2026-03-08T06:00:00Z");
    assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo("2026-03-08T06:00:00Z");
    clock.advance(Duration.ofHours(20));
    assertThat(clock.instant()).isEqualTo("2026-03-09T02:00:00Z");
  }
}
