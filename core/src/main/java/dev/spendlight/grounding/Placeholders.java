package dev.spendlight.grounding;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds `{f12}` and `{c4}` in a text.
final class Placeholders {
  /// Characters of one, braces included.
  static final int LONGEST = 9;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][0-9]{1,6})\\}");

  private Placeholders() {}

  static List<String> of(String text) {
    return PLACEHOLDER.matcher(text).results().map(result -> result.group(1)).toList();
  }

  static String without(String text) {
    return PLACEHOLDER.matcher(text).replaceAll("");
  }

  static void replace(String text, StringBuilder into, UnaryOperator<String> value) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    int last = 0;
    while (matcher.find()) {
      into.append(text, last, matcher.start()).append(value.apply(matcher.group(1)));
      last = matcher.end();
    }
    into.append(text, last, text.length());
  }
}
