package dev.spendlight.storage;

import java.time.Duration;

/// How much of the machine the engine may use, and how long to wait for an account that is in use.
///
/// @param memoryMegabytes upper bound of the engine's own memory, which the Java heap does not
///   count; beyond it the engine spills to a folder beside the accounts
/// @param threads the engine's threads, at least 1
/// @param patience how long a call waits for an account that another process, or another import of
///   this one, has in use
public record StoreOptions(int memoryMegabytes, int threads, Duration patience) {

  private static final int LEAST_MEMORY = 64;

  /// @throws IllegalArgumentException when the engine could not work so
  public StoreOptions {
    if (memoryMegabytes < LEAST_MEMORY || threads < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "The store needs at least %d MB, 1 thread and no negative patience, not %d MB, %d and %s."
              .formatted(LEAST_MEMORY, memoryMegabytes, threads, patience));
    }
  }

  /// 256 MB, 2 threads, 5 seconds.
  public static StoreOptions defaults() {
    return new StoreOptions(256, 2, Duration.ofSeconds(5));
  }

  public StoreOptions withMemoryMegabytes(int value) {
    return new StoreOptions(value, threads, patience);
  }

  public StoreOptions withThreads(int value) {
    return new StoreOptions(memoryMegabytes, value, patience);
  }

  public StoreOptions withPatience(Duration value) {
    return new StoreOptions(memoryMegabytes, threads, value);
  }
}
