package dev.spendlight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.testing.FixedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeIdsTest {
  private final FixedClock clock = FixedClock.at("2026-03-08T12:00:00Z");
  private final ExchangeIds ids = new ExchangeIds(clock, new Random(1));

  @Test
  void idsAreInTheOrderInWhichTheyWereGivenOut() {
    List<ExchangeId> given = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      given.add(ids.next());
    }
    clock.advance(Duration.ofDays(-1));
    given.add(ids.next());
    clock.advance(Duration.ofDays(2));
    given.add(ids.next());
    assertThat(given).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void anIdTellsItsTimeAsAUuidOfVersion7() {
    UUID id = UUID.fromString(ids.next().value());
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
  }

  @Test
  void twoProcessesInOneMillisecondGetDifferentIds() {
    assertThat(new ExchangeIds(clock, new Random(2)).next()).isNotEqualTo(ids.next());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "019a5f2e-8c00-4000-8000-000000000000", "../../etc/passwd"})
  void whatIsNoIdIsRefusedWithASentence(String value) {
    assertThatThrownBy(() -> new ExchangeId(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is written as");
  }
}
