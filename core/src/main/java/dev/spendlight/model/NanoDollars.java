package dev.spendlight.model;

import java.math.BigDecimal;

/// Money paid to a provider: an integer number of billionths of a US dollar.
public record NanoDollars(long value) implements Comparable<NanoDollars> {
  public static final NanoDollars ZERO = new NanoDollars(0);

  /// In dollars, exactly.
  public BigDecimal dollars() {
    return BigDecimal.valueOf(value, 9);
  }

  public NanoDollars plus(NanoDollars other) {
    return new NanoDollars(Math.addExact(value, other.value));
  }

  /// By how much it exceeds another; zero when it does not.
  public NanoDollars above(NanoDollars other) {
    return new NanoDollars(Math.max(0, Math.subtractExact(value, other.value)));
  }

  @Override
  public int compareTo(NanoDollars other) {
    return Long.compare(value, other.value);
  }
}
