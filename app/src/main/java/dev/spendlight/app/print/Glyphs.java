package dev.spendlight.app.print;

import java.util.regex.Pattern;

/// How many columns text takes on a terminal, about: East Asian wide characters and emoji take two, combining ones and
/// our own colours none.
final class Glyphs {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9]+m");

  private Glyphs() {}

  static int width(String text) {
    return COLOUR.matcher(text).replaceAll("").codePoints().map(Glyphs::width).sum();
  }

  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
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
