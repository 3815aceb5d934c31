package dev.spendlight.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An exact amount in one currency. Never rounded on its way; only its display rounds.
///
/// @param amount in the currency's main unit, 12.34 for twelve dollars and 34 cents; may be
///   negative
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  /// Decimal places that stores and histories keep: a micro is a millionth of the main unit.
  public static final int MICRO_PLACES = 6;

  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.add(other.amount), currency);
  }

  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.subtract(other.amount), currency);
  }

  /// @throws IllegalArgumentException when the currencies differ: currencies are never added
  public void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "%s and %s are different currencies.".formatted(currency, other.currency));
    }
  }

  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return amount.compareTo(other.amount);
  }

  /// Micros as an exact decimal without trailing zeros beyond two places.
  public static BigDecimal fromMicros(long micros) {
    return plain(BigDecimal.valueOf(micros, MICRO_PLACES));
  }

  /// The sum without trailing zeros beyond two places: equal sums read the same, whatever they are
  /// sums of.
  static BigDecimal sum(BigDecimal one, BigDecimal other) {
    return plain(one.add(other));
  }

  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal exact = amount.stripTrailingZeros();
    return exact.scale() < 2 ? exact.setScale(2) : exact;
  }

  /// To the nearest micro, ties to even.
  ///
  /// @throws ArithmeticException beyond about 9.2 million million
  public static long toMicros(BigDecimal amount) {
    return amount.setScale(MICRO_PLACES, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }
}
