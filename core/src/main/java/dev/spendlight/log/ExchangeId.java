package dev.spendlight.log;

import java.util.UUID;
import java.util.regex.Pattern;

/// Names one exchange. Of two, the one that was begun later compares greater.
///
/// @param value a UUID of version 7, in small letters
public record ExchangeId(String value) implements Comparable<ExchangeId> {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  /// Odd, so that different numbers stay different: 2^64 by the golden ratio.
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /// @throws IllegalArgumentException with a sentence for the user when it cannot be one
  public ExchangeId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The id of a logged prompt is written as 019a5f2e-8c00-7000-8000-000000000000.");
    }
  }

  /// Another id of the same moment, the same for the same number.
  ExchangeId beside(long number) {
    UUID own = UUID.fromString(value);
    long mixed = (own.getLeastSignificantBits() ^ (number + 1)) * SPREAD;
    return new ExchangeId(
        new UUID(own.getMostSignificantBits(), Long.MIN_VALUE | mixed >>> 2).toString());
  }

  @Override
  public int compareTo(ExchangeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
