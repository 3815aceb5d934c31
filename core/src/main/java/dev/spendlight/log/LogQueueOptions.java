package dev.spendlight.log;

import java.time.Duration;

/// How much a queue holds, and how it writes.
///
/// @param exchanges that wait at most
/// @param textCharacters of all that wait, at most; beyond it exchanges wait without their texts
/// @param batch exchanges written at once
/// @param firstWait after a write that failed; doubled each time
/// @param longestWait between two writes
/// @param closing how long the end of the process waits for what is still to be written
/// @param rotation how often the log is brought back to its limits
/// @param limits of the log
public record LogQueueOptions(
    int exchanges,
    long textCharacters,
    int batch,
    Duration firstWait,
    Duration longestWait,
    Duration closing,
    Duration rotation,
    LogLimits limits) {

  /// 10,000 exchanges with 16 million characters, 100 at once; 100 ms to 30 s between tries; 3 s to
  /// close.
  public static LogQueueOptions standard() {
    return new LogQueueOptions(
        10_000,
        16_000_000,
        100,
        Duration.ofMillis(100),
        Duration.ofSeconds(30),
        Duration.ofSeconds(3),
        Duration.ofHours(1),
        LogLimits.standard());
  }
}
