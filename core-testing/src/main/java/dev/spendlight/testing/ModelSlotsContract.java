package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.limit.ModelSlots;
import dev.spendlight.limit.ModelSlots.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What all `ModelSlots` promise. An adapter's test extends this and says how to open some, all of
/// them free.
public abstract class ModelSlotsContract {

  /// @param most at a time
  protected abstract ModelSlots open(int most);

  private static List<Slot> takeAll(ModelSlots slots) {
    List<Slot> taken = new ArrayList<>();
    for (Optional<Slot> each = slots.take(); each.isPresent(); each = slots.take()) {
      taken.add(each.get());
    }
    return taken;
  }

  @Test
  void asManyAsAllowedAreTakenAndNoMore() {
    ModelSlots slots = open(3);
    assertThat(takeAll(slots)).hasSize(3);
    assertThat(slots.take()).isEmpty();
  }

  @Test
  void aClosedSlotIsFreeOnce() {
    ModelSlots slots = open(3);
    List<Slot> taken = takeAll(slots);
    taken.getFirst().close();
    taken.getFirst().close();
    assertThat(takeAll(slots)).hasSize(1);
    taken.getFirst().close();
    assertThat(slots.take()).as("the slot of another is not freed").isEmpty();
    taken.forEach(Slot::close);
    assertThat(takeAll(slots)).hasSize(2);
  }

  @Test
  void neverMoreThanAllowedAreTakenAndAllAreFreeInTheEnd() throws Exception {
    ModelSlots slots = open(4);
    AtomicInteger now = new AtomicInteger();
    List<Integer> seen =
        ManyThreads.run(
            50,
            i ->
                () -> {
                  Random random = new Random(i);
                  Deque<Slot> held = new ArrayDeque<>();
                  int most = 0;
                  for (int round = 0; round < 20; round++) {
                    Optional<Slot> slot = random.nextBoolean() ? slots.take() : Optional.empty();
                    if (slot.isPresent()) {
                      held.push(slot.get());
                      most = Math.max(most, now.incrementAndGet());
                    } else if (!held.isEmpty()) {
                      now.decrementAndGet();
                      held.pop().close();
                    }
                  }
                  now.addAndGet(-held.size());
                  held.forEach(Slot::close);
                  return most;
                });
    assertThat(seen).allMatch(most -> most <= 4).anyMatch(most -> most > 0);
    assertThat(takeAll(slots)).hasSize(4);
  }
}
