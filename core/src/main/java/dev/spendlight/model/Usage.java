package dev.spendlight.model;

/// Tokens of one attempt, as billed. The five do not overlap.
///
/// @param input neither read from nor written to the provider's prompt cache
/// @param cacheWrite5m written to be kept for five minutes
/// @param cacheWrite1h written to be kept for an hour
/// @param cacheRead read from it
/// @param output written by the model, thinking included
public record Usage(long input, long cacheWrite5m, long cacheWrite1h, long cacheRead, long output) {
  public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

  /// The whole prompt.
  public long prompt() {
    return input + cacheWrite5m + cacheWrite1h + cacheRead;
  }

  public Usage plus(Usage other) {
    return new Usage(
        input + other.input,
        cacheWrite5m + other.cacheWrite5m,
        cacheWrite1h + other.cacheWrite1h,
        cacheRead + other.cacheRead,
        output + other.output);
  }
}
