package dev.spendlight.reports;

import java.util.List;
import java.util.stream.Collectors;

/// Text out of a file as it may stand in a message: short, in one line, without control characters.
final class Shown {
  private static final int LONGEST = 40;
  private static final int MOST = 5;

  private Shown() {}

  static String text(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(isHarmless(c) ? c : ' '));
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
  }

  /// A file's name, whole, without control characters.
  static String name(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints().forEach(c -> shown.appendCodePoint(isHarmless(c) ? c : ' '));
    return shown.toString();
  }

  private static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /// The first few of several, each in quotes.
  static String list(List<String> texts) {
    return texts.stream()
        .filter(text -> !text.isBlank())
        .limit(MOST)
        .map(text -> "\"" + text(text.strip()) + "\"")
        .collect(Collectors.joining(", "));
  }
}
