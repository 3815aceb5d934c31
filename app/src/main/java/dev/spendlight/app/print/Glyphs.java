package dev.spendlight.app.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How many columns text takes on a terminal, about: East Asian wide characters and emoji take two,
/// combining ones and our own colours none.
final class Glyphs {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9]+m");

  private Glyphs() {}

  static int width(String text) {
    return COLOUR.matcher(text).replaceAll("").codePoints().map(Glyphs::width).sum();
  }

  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (character >= 0x1100 && character <= 0x115f)
            || (character >= 0x2e80 && character <= 0xa4cf)
            || (character >= 0xac00 && character <= 0xd7a3)
            || (character >= 0xf900 && character <= 0xfaff)
            || (character >= 0xfe30 && character <= 0xfe6f)
            || (character >= 0xff00 && character <= 0xff60)
            || (character >= 0x1f300 && character <= 0x1faff)
            || (character >= 0x20000 && character <= 0x3fffd);
    return wide ? 2 : 1;
  }

  /// The words of a text, those that no line could hold in pieces.
  static List<String> words(String text, int columns) {
    List<String> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      String rest = word;
      while (width(rest) > columns) {
        int end = fitting(rest, columns);
        words.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      words.add(rest);
    }
    return words;
  }

  /// How many characters of a text the columns hold; at least one.
  private static int fitting(String text, int columns) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      used += width(character);
      if (used > columns && end > 0) {
        break;
      }
      end += Character.charCount(character);
    }
    return end;
  }

  /// Cut to the columns given, with an ellipsis where something was cut.
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    return head(text, columns - 1) + "…";
  }

  /// As much of the beginning as fits the columns given, at least one character.
  static String head(String text, int columns) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      used += width(character);
      if (used > columns && end > 0) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end);
  }
}
