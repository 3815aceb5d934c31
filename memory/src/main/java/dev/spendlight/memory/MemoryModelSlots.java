package dev.spendlight.memory;

import dev.spendlight.limit.ModelSlots;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// Slots that the threads of this process share. A thread that dies frees its slot by closing it,
/// as `try` does, so no time is counted here.
public final class MemoryModelSlots implements ModelSlots {
  private final Semaphore free;

  /// @param most at a time, at least 1
  public MemoryModelSlots(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("At least 1 question at a time has to be allowed.");
    }
    free = new Semaphore(most);
  }

  @Override
  public Optional<Slot> take() {
    if (!free.tryAcquire()) {
      return Optional.empty();
    }
    AtomicBoolean held = new AtomicBoolean(true);
    return Optional.of(() -> {
      if (held.getAndSet(false)) {
        free.release();
      }
    });
  }
}
