package dev.spendlight.limit;

import java.time.Duration;
import java.util.Optional;

/// Which of several processes does a thing that must be done once. Nobody waits for it.
public interface Leases {
  /// For a process that shares nothing: everything is its own to do.
  Leases ALONE = (work, time) -> Optional.of(() -> {});

  /// @param work what is to be done, at most 200 characters
  /// @param time after which somebody else may do it, whatever became of the holder
  /// @return empty when somebody has it
  /// @throws UnreachableException when the store that knows cannot be reached
  Optional<Lease> take(String work, Duration time);

  /// Held until it is closed, or its time is over. Closing never throws, and never takes the lease
  /// of somebody who came later.
  interface Lease extends AutoCloseable {
    @Override
    void close();
  }
}
