package dev.spendlight.reports;

import dev.spendlight.metric.Money;
import java.math.BigDecimal;

/// Numbers as programs write them, read out of characters: digits, a dot, perhaps an exponent.
final class PlainNumber {

  /// The characters are no number, or one that is too large.
  static final long NOT_A_NUMBER = Long.MIN_VALUE;

  /// A millionth.
  static final long MICROS = 1_000_000;

  private static final int PLACES = 6;
  private static final int SAFE_DIGITS = 18;
  private static final int FEWEST_EXPONENT = -40;
  private static final int MOST_EXPONENT = 20;
  private static final long[] POWERS = powers();

  private PlainNumber() {}

  private static long[] powers() {
    long[] powers = new long[SAFE_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /// Micros of a number as programs write it, exponents included, or [#NOT_A_NUMBER].
  static long money(char[] chars, int from, int length) {
    boolean below = length > 1 && chars[from] == '-';
    int first = below ? from + 1 : from;
    long micros = decimal(chars, first, from + length);
    if (micros == NOT_A_NUMBER) {
      micros = exact(chars, first, from + length);
    }
    return micros == NOT_A_NUMBER || !below ? micros : -micros;
  }

  /// A whole number however it is written, or [#NOT_A_NUMBER].
  static long count(char[] chars, int from, int length) {
    long count = whole(chars, from, from + length);
    return count != NOT_A_NUMBER ? count : wholeMicros(money(chars, from, length));
  }

  /// A whole number without point and exponent; anything else as it stands.
  static String text(char[] chars, int from, int length) {
    String text = new String(chars, from, length);
    if (whole(chars, from, from + length) != NOT_A_NUMBER || length > Limits.NUMBER) {
      return text;
    }
    try {
      BigDecimal value = new BigDecimal(text);
      boolean small =
          value.precision() - value.scale() <= MOST_EXPONENT && value.scale() <= Limits.NUMBER;
      return small && value.stripTrailingZeros().scale() <= 0
          ? value.setScale(0).toPlainString()
          : text;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /// Of micros those that are whole.
  static long wholeMicros(long micros) {
    return micros == NOT_A_NUMBER || micros % MICROS != 0 ? NOT_A_NUMBER : micros / MICROS;
  }

  /// Digits and nothing else.
  static long whole(char[] chars, int from, int to) {
    if (to == from || to - from > SAFE_DIGITS) {
      return NOT_A_NUMBER;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = chars[i] - '0';
      if (digit < 0 || digit > 9) {
        return NOT_A_NUMBER;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /// Micros of digits with at most one dot, or [#NOT_A_NUMBER] for anything else.
  static long decimal(char[] chars, int from, int to) {
    if (to == from || to - from > SAFE_DIGITS + 1) {
      return NOT_A_NUMBER;
    }
    long value = 0;
    int dot = -1;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
      } else if (c == '.' && dot < 0) {
        dot = i;
      } else {
        return NOT_A_NUMBER;
      }
    }
    if (to - from - (dot < 0 ? 0 : 1) > SAFE_DIGITS || (dot >= 0 && to - from == 1)) {
      return NOT_A_NUMBER;
    }
    return scaled(value, dot < 0 ? 0 : to - dot - 1);
  }

  /// To micros, halves to the even neighbour.
  private static long scaled(long value, int places) {
    if (places <= PLACES) {
      long factor = POWERS[PLACES - places];
      return value > Long.MAX_VALUE / factor ? NOT_A_NUMBER : value * factor;
    }
    long divisor = POWERS[places - PLACES];
    long quotient = value / divisor;
    long twice = (value - quotient * divisor) * 2;
    return twice > divisor || (twice == divisor && (quotient & 1) == 1) ? quotient + 1 : quotient;
  }

  /// Digits, points and exponents.
  static long exact(char[] chars, int from, int to) {
    if (to - from > Limits.NUMBER || to == from) {
      return NOT_A_NUMBER;
    }
    for (int i = from; i < to; i++) {
      char c = chars[i];
      boolean fine =
          (c >= '0' && c <= '9')
              || c == '.'
              || c == 'e'
              || c == 'E'
              || (i > from && (c == '-' || c == '+'));
      if (!fine) {
        return NOT_A_NUMBER;
      }
    }
    return micros(new String(chars, from, to - from));
  }

  /// Micros of a number in Java's notation; what is too small is 0.
  static long micros(String text) {
    try {
      BigDecimal value = new BigDecimal(text);
      int exponent = value.precision() - value.scale();
      if (value.signum() == 0 || exponent < FEWEST_EXPONENT) {
        return 0;
      }
      return exponent > MOST_EXPONENT ? NOT_A_NUMBER : Money.toMicros(value);
    } catch (ArithmeticException | NumberFormatException e) {
      return NOT_A_NUMBER;
    }
  }
}
