package dev.spendlight.model;

import java.math.BigDecimal;
import java.util.stream.Stream;

/// Prices of each kind of token, in US dollars for a million of them.
record TokenPrices(
    BigDecimal input,
    BigDecimal cacheWrite5m,
    BigDecimal cacheWrite1h,
    BigDecimal cacheRead,
    BigDecimal output) {
  /// A dollar for a million tokens is so many nano-dollars for one.
  private static final BigDecimal NANO_DOLLARS = BigDecimal.valueOf(1_000);

  /// In nano-dollars, not rounded.
  BigDecimal of(Usage usage) {
    return times(usage.input(), input)
        .add(times(usage.cacheWrite5m(), cacheWrite5m))
        .add(times(usage.cacheWrite1h(), cacheWrite1h))
        .add(times(usage.cacheRead(), cacheRead))
        .add(times(usage.output(), output))
        .multiply(NANO_DOLLARS);
  }

  /// The same tokens, had there been no cache; in nano-dollars, not rounded.
  BigDecimal uncached(Usage usage) {
    return of(new Usage(usage.prompt(), 0, 0, 0, usage.output()));
  }

  /// Every token of a prompt at the dearest of its prices, in nano-dollars, not rounded.
  BigDecimal most(long promptTokens, long outputTokens) {
    BigDecimal dearest =
        Stream.of(cacheWrite5m, cacheWrite1h, cacheRead).reduce(input, BigDecimal::max);
    return times(promptTokens, dearest).add(times(outputTokens, output)).multiply(NANO_DOLLARS);
  }

  private static BigDecimal times(long tokens, BigDecimal price) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }
}
