package dev.spendlight.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.limit.ModelSlots;
import dev.spendlight.limit.ModelSlots.Slot;
import dev.spendlight.testing.FixedClock;
import dev.spendlight.testing.ModelSlotsContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisModelSlotsTest extends ModelSlotsContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension private final SharedRedis shared = new SharedRedis();

  private final FixedClock clock = FixedClock.at("2026-03-08T12:00:00Z");

  @Override
  protected ModelSlots open(int most) {
    return new RedisModelSlots(shared.redis(), clock::instant, most, MINUTE, SharedRedis.TOKENS);
  }

  @Test
  void theSlotOfAHolderThatDiedIsFreeWhenNoQuestionTakesLonger() {
    ModelSlots slots = open(1);
    Slot died = slots.take().orElseThrow();
    clock.advance(MINUTE.minusMillis(1));
    assertThat(slots.take()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(slots.take()).isPresent();
    died.close();
    assertThat(slots.take()).as("the slot of who came later").isEmpty();
  }

  @Test
  void processesShareThem() {
    try (Redis other = SharedRedis.connect(shared.url())) {
      ModelSlots here = new RedisModelSlots(shared.redis(), 2, MINUTE, SharedRedis.TOKENS);
      ModelSlots there = new RedisModelSlots(other, 2, MINUTE, SharedRedis.TOKENS);
      Slot slot = here.take().orElseThrow();
      assertThat(there.take()).isPresent();
      assertThat(there.take()).isEmpty();
      slot.close();
      assertThat(there.take()).isPresent();
    }
  }

  @Test
  void nothingIsLeftWhenAllAreSilent() {
    assertThat(open(1).take()).isPresent();
    shared.letPass(MINUTE);
    assertThat(shared.keys()).isEmpty();
  }
}
