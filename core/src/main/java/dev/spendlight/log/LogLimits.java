package dev.spendlight.log;

import java.time.Duration;

/// How much of a log is kept. Texts go first, the oldest first; an exchange without its texts still
/// says what it cost.
///
/// @param textAge how long texts are kept
/// @param textBytes how much all texts may take together
/// @param age how long exchanges are kept
/// @param exchanges how many are kept
public record LogLimits(Duration textAge, long textBytes, Duration age, long exchanges) {

  /// @throws IllegalArgumentException when nothing at all would be kept
  public LogLimits {
    if (textAge.isNegative() || textBytes < 0 || age.isNegative() || exchanges < 1) {
      throw new IllegalArgumentException("The limits of the prompt log cannot be below nothing.");
    }
  }

  /// Texts 30 days and 256 MB, exchanges 400 days and a million.
  public static LogLimits standard() {
    return new LogLimits(Duration.ofDays(30), 256_000_000, Duration.ofDays(400), 1_000_000);
  }
}
