package dev.spendlight.memory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.limit.ModelSlots;
import dev.spendlight.testing.ModelSlotsContract;
import org.junit.jupiter.api.Test;

class MemoryModelSlotsTest extends ModelSlotsContract {
  @Override
  protected ModelSlots open(int most) {
    return new MemoryModelSlots(most);
  }

  @Test
  void noSlotAtAllIsRefused() {
    assertThatThrownBy(() -> new MemoryModelSlots(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
