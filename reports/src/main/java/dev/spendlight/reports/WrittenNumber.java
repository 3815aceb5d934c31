package dev.spendlight.reports;

/// Reads numbers out of characters without making strings: to micros for money, to whole numbers
/// for counts.
///
/// Written numbers may show a currency (`Rs.201.68`), grouped digits (`1,00,000.50`, `1.480,25`, `1
/// 480`), brackets for less than zero, a percent sign. Which of dot and comma is decimal is told by
/// the value itself where it can be, and by the file's [Convention] where it cannot: `1.480` is the
/// only shape that needs it. One instance reads one file.
final class WrittenNumber {

  /// The characters are no number, or one that nobody can be sure of.
  static final long NOT_A_NUMBER = PlainNumber.NOT_A_NUMBER;

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

  /// Micros, or [#NOT_A_NUMBER].
  long money(char[] chars, int from, int length) {
    long micros = decimal(chars, from, from + length);
    if (micros != NOT_A_NUMBER) {
      return micros;
    }
    if (!takeApart(chars, from, from + length) || percent) {
      return NOT_A_NUMBER;
    }
    micros = decimal(chars, begin, end);
    if (micros == NOT_A_NUMBER) {
      micros = grouped(chars, false);
    }
    return micros == NOT_A_NUMBER || !negative ? micros : -micros;
  }

  /// A whole number, or [#NOT_A_NUMBER].
  long count(char[] chars, int from, int length) {
    long count = PlainNumber.whole(chars, from, from + length);
    if (count != NOT_A_NUMBER) {
      return count;
    }
    if (!takeApart(chars, from, from + length) || percent) {
      return NOT_A_NUMBER;
    }
    count = PlainNumber.whole(chars, begin, end);
    if (count == NOT_A_NUMBER) {
      long micros = decimal(chars, begin, end);
      if (micros == NOT_A_NUMBER) {
        micros = grouped(chars, true);
      }
      count = PlainNumber.wholeMicros(micros);
    }
    return count == NOT_A_NUMBER || !negative ? count : -count;
  }

  /// A share as micros of one: `95.5%` and `0.955` are 955,000. A number above 1 without a sign is
  /// a percentage.
  long share(char[] chars, int from, int length) {
    if (!takeApart(chars, from, from + length) || negative) {
      return NOT_A_NUMBER;
    }
    long micros = PlainNumber.decimal(chars, begin, end);
    if (micros == NOT_A_NUMBER) {
      micros = grouped(chars, false);
    }
    if (micros == NOT_A_NUMBER) {
      return micros;
    }
    return percent || micros > PlainNumber.MICROS ? (micros + 50) / 100 : micros;
  }

  /// Digits with at most one dot, if there is no doubt about the dot.
  private long decimal(char[] chars, int from, int to) {
    long micros = PlainNumber.decimal(chars, from, to);
    int dot = from;
    while (dot < to && chars[dot] != '.') {
      dot++;
    }
    if (micros == NOT_A_NUMBER || dot == to) {
      return micros;
    }
    int places = to - dot - 1;
    if (places == 3 && dot > from && dot - from <= 3 && chars[from] != '0') {
      return NOT_A_NUMBER;
    }
    if (places > 0) {
      convention.decimal('.');
    }
    return micros;
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
        return commas > 0 ? NOT_A_NUMBER : PlainNumber.exact(chars, begin, end);
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
    return n == 0 ? NOT_A_NUMBER : PlainNumber.micros(new String(digits, 0, n));
  }

  private static boolean isSpacer(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\'' || c == '’';
  }
}
