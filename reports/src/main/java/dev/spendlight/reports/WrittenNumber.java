package dev.spendlight.reports;

import dev.spendlight.metric.Money;
import java.math.BigDecimal;

/// Reads numbers out of characters without making strings: to micros for money, to whole numbers
/// for counts.
///
/// Written numbers may show a currency (`Rs.201.68`), grouped digits (`1,00,000.50`, `1.480,25`, `1
/// 480`), brackets for less than zero, a percent sign. Which of dot and comma is decimal is told by
/// the value itself where it can be, and by the file's [Convention] where it cannot: `1.480` is the
/// only shape that needs it. One instance reads one file.
final class WrittenNumber {

  /// The characters are no number, or one that nobody can be sure of.
  static final long NOT_A_NUMBER = Long.MIN_VALUE;

  private static final long[] POWERS = powers();
  private static final int PLACES = 6;
  private static final int SAFE_DIGITS = 18;
  private static final int FEWEST_EXPONENT = -40;
  private static final int MOST_EXPONENT = 20;

  private final Convention convention;
  private final SignSeen sign;
  private final char[] digits = new char[Limits.NUMBER];

  // The number last taken apart: its characters, without signs.
  private int begin;
  private int end;
  private boolean negative;
  private boolean percent;

  /// Told which currency signs stand beside amounts.
  interface SignSeen {
    /// @return whether it is the sign of a currency
    boolean seen(char[] chars, int from, int length);
  }

  WrittenNumber(Convention convention, SignSeen sign) {
    this.convention = convention;
    this.sign = sign;
  }

  private static long[] powers() {
    long[] powers = new long[SAFE_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /// Micros, or [#NOT_A_NUMBER].
  long money(char[] chars, int from, int length) {
    long micros = decimal(chars, from, from + length, true);
    if (micros != NOT_A_NUMBER) {
      return micros;
    }
    if (!takeApart(chars, from, from + length) || percent) {
      return NOT_A_NUMBER;
    }
    micros = decimal(chars, begin, end, true);
    if (micros == NOT_A_NUMBER) {
      micros = grouped(chars, false);
    }
    return micros == NOT_A_NUMBER || !negative ? micros : -micros;
  }

  /// A whole number, or [#NOT_A_NUMBER].
  long count(char[] chars, int from, int length) {
    long count = whole(chars, from, from + length);
    if (count != NOT_A_NUMBER) {
      return count;
    }
    if (!takeApart(chars, from, from + length) || percent) {
      return NOT_A_NUMBER;
    }
    count = whole(chars, begin, end);
    if (count == NOT_A_NUMBER) {
      long micros = decimal(chars, begin, end, true);
      if (micros == NOT_A_NUMBER) {
        micros = grouped(chars, true);
      }
      count = wholeMicros(micros);
    }
    return count == NOT_A_NUMBER || !negative ? count : -count;
  }

  /// A share as micros of one: `95.5%` and `0.955` are 955,000. A number above 1 without a sign is
  /// a percentage.
  long share(char[] chars, int from, int length) {
    if (!takeApart(chars, from, from + length) || negative) {
      return NOT_A_NUMBER;
    }
    long micros = decimal(chars, begin, end, false);
    if (micros == NOT_A_NUMBER) {
      micros = grouped(chars, false);
    }
    if (micros == NOT_A_NUMBER) {
      return micros;
    }
    return percent || micros > POWERS[PLACES] ? (micros + 50) / 100 : micros;
  }

  /// Micros of a number as programs write it, exponents included, or [#NOT_A_NUMBER].
  long plainMoney(char[] chars, int from, int length) {
    boolean below = length > 1 && chars[from] == '-';
    int first = below ? from + 1 : from;
    long micros = decimal(chars, first, from + length, false);
    if (micros == NOT_A_NUMBER) {
      micros = exact(chars, first, from + length);
    }
    return micros == NOT_A_NUMBER || !below ? micros : -micros;
  }

  long plainCount(char[] chars, int from, int length) {
    long count = whole(chars, from, from + length);
    return count != NOT_A_NUMBER ? count : wholeMicros(plainMoney(chars, from, length));
  }

  private static long wholeMicros(long micros) {
    return micros == NOT_A_NUMBER || micros % POWERS[PLACES] != 0
        ? NOT_A_NUMBER
        : micros / POWERS[PLACES];
  }

  private static long whole(char[] chars, int from, int to) {
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

  /// Digits with at most one dot, and no doubt about it.
  private long decimal(char[] chars, int from, int to, boolean written) {
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
    int places = dot < 0 ? 0 : to - dot - 1;
    if (to - from - (dot < 0 ? 0 : 1) > SAFE_DIGITS || (dot >= 0 && to - from == 1)) {
      return NOT_A_NUMBER;
    }
    if (written && dot >= 0) {
      if (places == 3 && dot > from && dot - from <= 3 && chars[from] != '0') {
        return NOT_A_NUMBER;
      }
      if (places > 0) {
        convention.decimal('.');
      }
    }
    return scaled(value, places);
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

  private static long exact(char[] chars, int from, int to) {
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

  /// A whole number without point and exponent; anything else as it stands.
  static String plainText(char[] chars, int from, int length) {
    String text = new String(chars, from, length);
    if (whole(chars, from, from + length) != NOT_A_NUMBER || length > Limits.NUMBER) {
      return text;
    }
    try {
      BigDecimal value = new BigDecimal(text);
      boolean small = value.precision() - value.scale() <= MOST_EXPONENT && value.scale() <= Limits.NUMBER;
      return small && value.stripTrailingZeros().scale() <= 0 ? value.setScale(0).toPlainString() : text;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static long micros(String text) {
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

  /// Strips sign, brackets, currency and percent sign, and leaves the digits with their points
  /// between `begin` and `end`.
  private boolean takeApart(char[] chars, int from, int to) {
    negative = false;
    percent = false;
    int i = from;
    int j = to;
    if (j - i > 2 && chars[i] == '(' && chars[j - 1] == ')') {
      negative = true;
      i++;
      j--;
    }
    int first = i;
    while (first < j && !isDigit(chars[first])) {
      first++;
    }
    if (first == j) {
      return false;
    }
    if (first > i
        && chars[first - 1] == '.'
        && (first - 1 == i || !Character.isLetter(chars[first - 2]))) {
      first--;
    }
    int last = j;
    while (!isDigit(chars[last - 1]) && chars[last - 1] != '.') {
      last--;
    }
    begin = first;
    end = last;
    return affix(chars, i, first) && affix(chars, last, j);
  }

  private boolean affix(char[] chars, int from, int to) {
    int i = from;
    int j = to;
    while (i < j && (Blank.is(chars[i]) || isMinus(chars[i]))) {
      negative ^= isMinus(chars[i]);
      i++;
    }
    while (i < j && (Blank.is(chars[j - 1]) || isMinus(chars[j - 1]))) {
      negative ^= isMinus(chars[j - 1]);
      j--;
    }
    if (i == j) {
      return true;
    }
    if (j - i == 1 && chars[i] == '%') {
      percent = true;
      return true;
    }
    return sign.seen(chars, i, j - i);
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '−';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Between `begin` and `end`: digits in groups, exponents, or the one doubtful shape.
  private long grouped(char[] chars, boolean wanted) {
    int dots = 0;
    int commas = 0;
    int lastDot = -1;
    int lastComma = -1;
    for (int i = begin; i < end; i++) {
      char c = chars[i];
      if (c == '.') {
        dots++;
        lastDot = i;
      } else if (c == ',') {
        commas++;
        lastComma = i;
      } else if (c == 'e' || c == 'E') {
        return commas > 0 ? NOT_A_NUMBER : exact(chars, begin, end);
      } else if (!isDigit(c) && !isSpacer(c)) {
        return NOT_A_NUMBER;
      }
    }
    if (dots > 0 && commas > 0) {
      return lastDot > lastComma
          ? split(chars, lastDot, dots, ',')
          : split(chars, lastComma, commas, '.');
    }
    if (dots == 0 && commas == 0) {
      return join(chars, end, '\0');
    }
    char point = dots > 0 ? '.' : ',';
    if (dots + commas > 1) {
      return learn(join(chars, end, point), point == '.' ? ',' : '.');
    }
    int at = dots > 0 ? lastDot : lastComma;
    return onePoint(chars, at, point, wanted);
  }

  private long onePoint(char[] chars, int at, char point, boolean wanted) {
    boolean couldGroup = end - at - 1 == 3 && at - begin <= 3 && at > begin && chars[begin] != '0';
    if (!couldGroup) {
      return learn(join(chars, at, '\0'), point);
    }
    boolean zeros = chars[at + 1] == '0' && chars[at + 2] == '0' && chars[at + 3] == '0';
    if (wanted && !zeros) {
      return learn(join(chars, end, point), point == '.' ? ',' : '.');
    }
    char decimal = convention.settle();
    if (decimal == Convention.UNKNOWN) {
      return NOT_A_NUMBER;
    }
    return decimal == point ? join(chars, at, '\0') : join(chars, end, point);
  }

  private long split(char[] chars, int decimalAt, int decimals, char groups) {
    if (decimals > 1) {
      return NOT_A_NUMBER;
    }
    return learn(join(chars, decimalAt, groups), chars[decimalAt]);
  }

  private long learn(long value, char decimal) {
    if (value != NOT_A_NUMBER) {
      convention.decimal(decimal);
    }
    return value;
  }

  /// Digits up to `wholeEnd` in groups of three, or two in India, then decimals.
  private long join(char[] chars, int wholeEnd, char groups) {
    int n = 0;
    int inGroup = 0;
    boolean grouped = false;
    if (end - begin > Limits.NUMBER) {
      return NOT_A_NUMBER;
    }
    for (int i = begin; i < wholeEnd; i++) {
      char c = chars[i];
      if (isDigit(c)) {
        digits[n++] = c;
        inGroup++;
      } else if (c == groups || isSpacer(c)) {
        boolean fits = grouped ? inGroup == 3 || inGroup == 2 : inGroup >= 1 && inGroup <= 3;
        if (!fits) {
          return NOT_A_NUMBER;
        }
        grouped = true;
        inGroup = 0;
      } else {
        return NOT_A_NUMBER;
      }
    }
    if (grouped && inGroup != 3) {
      return NOT_A_NUMBER;
    }
    if (wholeEnd < end) {
      digits[n++] = '.';
      for (int i = wholeEnd + 1; i < end; i++) {
        if (!isDigit(chars[i])) {
          return NOT_A_NUMBER;
        }
        digits[n++] = chars[i];
      }
    }
    return n == 0 ? NOT_A_NUMBER : micros(new String(digits, 0, n));
  }

  private static boolean isSpacer(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\'' || c == '’';
  }
}
