package dev.spendlight.reports;

import org.jspecify.annotations.Nullable;

/// Gives the same string for the same characters as long as it is remembered, so that reports,
/// which say the same names in row after row, cost few strings. A place a hash, the later one wins:
/// its size is bounded.
final class TextPool {
  private static final int PLACES = 1 << 15;
  private static final int LONGEST = 200;

  private final @Nullable String[] places = new @Nullable String[PLACES];
  private final int[] hashes = new int[PLACES];

  String of(char[] chars, int from, int length) {
    if (length == 0) {
      return "";
    }
    if (length > LONGEST) {
      return unescaped(new String(chars, from, length));
    }
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + chars[i];
    }
    int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    String known = places[place];
    if (known != null && hashes[place] == hash && same(known, chars, from, length)) {
      return known;
    }
    String text = unescaped(new String(chars, from, length));
    if (text.length() == length) {
      places[place] = text;
      hashes[place] = hash;
    }
    return text;
  }

  private static boolean same(String text, char[] chars, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }

  /// Console files put a backslash before each quotation mark of a name, in addition to doubling
  /// it.
  private static String unescaped(String text) {
    return text.indexOf('\\') >= 0 ? text.replace("\\\"", "\"") : text;
  }
}
