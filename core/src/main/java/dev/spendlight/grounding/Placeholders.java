package dev.spendlight.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Finds `{f12}` and `{c4}` in a text: a small letter and one to six digits in braces.
public final class Placeholders {
  /// Characters of one, braces included.
  static final int LONGEST = 9;

  private static final int SHORTEST = 4;

  private Placeholders() {}

  /// Their ids, in the order of the text, each as often as it is there.
  public static List<String> of(String text) {
    List<String> ids = new ArrayList<>();
    for (int start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
      int end = end(text, start);
      if (end > start) {
        ids.add(text.substring(start + 1, end - 1));
      }
    }
    return ids;
  }

  static String without(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    replace(text, rest, any -> "");
    return rest.toString();
  }

  public static void replace(String text, StringBuilder into, UnaryOperator<String> value) {
    int last = 0;
    for (int start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
      int end = end(text, start);
      if (end > start) {
        into.append(text, last, start).append(value.apply(text.substring(start + 1, end - 1)));
        last = end;
      }
    }
    into.append(text, last, text.length());
  }

  /// The place after the placeholder that begins at a brace; the brace's own where none does.
  private static int end(String text, int brace) {
    int most = Math.min(text.length(), brace + LONGEST);
    if (brace + SHORTEST > most || !isBetween(text.charAt(brace + 1), 'a', 'z')) {
      return brace;
    }
    int i = brace + 2;
    while (i < most && isBetween(text.charAt(i), '0', '9')) {
      i++;
    }
    return i > brace + 2 && i < most && text.charAt(i) == '}' ? i + 1 : brace;
  }

  private static boolean isBetween(char character, char from, char to) {
    return character >= from && character <= to;
  }
}
