package dev.spendlight.grounding;

import java.text.DecimalFormat;

/// Groups digits as in India, which `NumberFormat` does not: the last three together, then by two
/// (12,34,567).
final class IndianGrouping {
  private IndianGrouping() {}

  /// @param text what the format wrote
  static String of(String text, DecimalFormat format) {
    char separator = format.getDecimalFormatSymbols().getGroupingSeparator();
    String plain = text.replace(String.valueOf(separator), "");
    int first = 0;
    while (first < plain.length() && !Character.isDigit(plain.charAt(first))) {
      first++;
    }
    int end = first;
    while (end < plain.length() && Character.isDigit(plain.charAt(end))) {
      end++;
    }
    StringBuilder grouped = new StringBuilder(plain);
    for (int place = end - 3; place > first; place -= 2) {
      grouped.insert(place, separator);
    }
    return grouped.toString();
  }
}
