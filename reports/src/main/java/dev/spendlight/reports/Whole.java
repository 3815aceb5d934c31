package dev.spendlight.reports;

/// Small whole numbers in attributes and names.
final class Whole {
  private static final int LONGEST = 9;

  private Whole() {}

  /// Negative when it is none.
  static int of(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
