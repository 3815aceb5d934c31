package dev.spendlight.simulator.file;

/// Numbers as text, exact: every digit that a micro has, and at least the wanted places.
final class NumberText {
  private static final int MICRO_PLACES = 6;
  private static final long MICROS = 1_000_000;

  private NumberText() {}

  /// `12.34` for 12,340,000 micros with two places wanted.
  static String decimal(long micros, int places) {
    StringBuilder text = new StringBuilder();
    if (micros < 0) {
      text.append('-');
    }
    text.append(Math.abs(micros / MICROS));
    String fraction = fraction(micros, places);
    return fraction.isEmpty() ? text.toString() : text.append('.').append(fraction).toString();
  }

  /// `1.480,25`
  static String commaDecimal(long micros, int places) {
    String whole = Long.toString(Math.abs(micros / MICROS));
    StringBuilder text = new StringBuilder();
    if (micros < 0) {
      text.append('-');
    }
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        text.append('.');
      }
      text.append(whole.charAt(i));
    }
    return text.append(',').append(fraction(micros, places)).toString();
  }

  private static String fraction(long micros, int places) {
    String digits = Long.toString(MICROS + Math.abs(micros % MICROS)).substring(1);
    int end = MICRO_PLACES;
    while (end > places && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }
}
