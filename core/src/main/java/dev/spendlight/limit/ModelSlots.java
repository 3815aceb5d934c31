package dev.spendlight.limit;

import java.util.Optional;

/// How many questions may be put to models at a time, by the whole service. Threads share one;
/// nobody waits for it.
public interface ModelSlots {

  /// @return empty when all are taken
  /// @throws UnreachableException when the store that counts cannot be reached
  Optional<Slot> take();

  /// A place that is taken until it is closed, or its holder has been silent for longer than any
  /// question may take. Closing never throws.
  interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /// Those that processes share, and this process's own while they cannot be reached.
  static ModelSlots shared(ModelSlots shared, ModelSlots own) {
    return () -> {
      try {
        return shared.take();
      } catch (UnreachableException e) {
        return own.take();
      }
    };
  }
}
