package dev.spendlight.log;

/// What a log holds.
///
/// @param exchanges all of them
/// @param texts those whose texts are kept
/// @param textBytes of them together, as the log keeps them
public record LogSize(long exchanges, long texts, long textBytes) {
  public static final LogSize EMPTY = new LogSize(0, 0, 0);
}
