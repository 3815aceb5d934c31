package dev.spendlight.reports;

/// What counts as nothing around and in place of a value.
final class Blank {
  private Blank() {}

  static boolean is(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\ufeff';
  }

  /// The dashes and words that stand for "no figure".
  static boolean isNoFigure(char[] chars, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (chars[i] != '-' && chars[i] != '–' && chars[i] != '—') {
        return length == 3 && (chars[from] == 'N' || chars[from] == 'n') && chars[from + 1] == '/';
      }
    }
    return true;
  }
}
