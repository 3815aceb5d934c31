package dev.spendlight.reports;

import org.jspecify.annotations.Nullable;

/// Gives the same string for the same characters as long as it is remembered, so that reports,
/// which say the same names in row after row, cost few strings. Two places a hash, of which the one
/// used longest ago gives way: its size is bounded.
final class TextPool {
  private static final int BITS = 16;
  private static final int SPREAD = 0x9e3779b9;
  private static final int LONGEST = 200;

  private final @Nullable String[] places = new @Nullable String[1 << BITS];
  private final int[] hashes = new int[1 << BITS];

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
    int place = (hash * SPREAD) >>> (Integer.SIZE - BITS);
    String known = places[place];
    if (known != null && hashes[place] == hash && same(known, chars, from, length)) {
      return known;
    }
    return second(place, hash, chars, from, length);
  }

  private String second(int place, int hash, char[] chars, int from, int length) {
    int other = place ^ 1;
    String text = places[other];
    if (text == null || hashes[other] != hash || !same(text, chars, from, length)) {
      text = unescaped(new String(chars, from, length));
      if (text.length() != length) {
        return text;
      }
    }
    if (places[place] != null) {
      places[other] = places[place];
      hashes[other] = hashes[place];
    }
    places[place] = text;
    hashes[place] = hash;
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
