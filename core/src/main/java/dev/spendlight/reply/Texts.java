package dev.spendlight.reply;

/// Reads texts in quotes, and words without.
final class Texts {
  private final Cursor cursor;
  private final StringBuilder decoded = new StringBuilder();
  private boolean hasLineBreak;
  private boolean hasSurrogate;

  Texts(Cursor cursor) {
    this.cursor = cursor;
  }

  static boolean opens(int c) {
    return c == '"' || c == '\'' || isDoubleTypographic(c) || isSingleTypographic(c);
  }

  private static boolean isDoubleTypographic(int c) {
    return c >= '\u201C' && c <= '\u201F';
  }

  private static boolean isSingleTypographic(int c) {
    return c >= '\u2018' && c <= '\u201B';
  }

  static boolean startsWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }

  private static boolean continuesWord(int c) {
    return startsWord(c) || (c >= '0' && c <= '9') || c == '-';
  }

  /// As many word characters as stand here; may be empty.
  String word() {
    int start = cursor.at();
    while (continuesWord(cursor.peek())) {
      cursor.skip();
    }
    return cursor.from(start);
  }

  /// Whether the text read last had a line break as such in it.
  boolean lastHasLineBreak() {
    return hasLineBreak;
  }

  /// The text whose opening quote stands here.
  String read() {
    int start = cursor.at();
    int open = cursor.peek();
    noteQuote(open);
    hasLineBreak = false;
    hasSurrogate = false;
    decoded.setLength(0);
    boolean escaped = false;
    cursor.skip();
    int from = cursor.at();
    while (!closes(open, cursor.peek())) {
      int c = cursor.peek();
      if (c == '\\') {
        escaped = true;
        cursor.append(decoded, from);
        escape();
        from = cursor.at();
      } else {
        character(c, open);
        cursor.skip();
      }
    }
    String text;
    if (escaped) {
      cursor.append(decoded, from);
      text = decoded.toString();
    } else {
      text = cursor.from(from);
    }
    cursor.skip();
    if (hasSurrogate && !isWellFormed(text)) {
      throw new Unreadable("A text holds half of a surrogate pair: write the character.", start);
    }
    return text;
  }

  private void noteQuote(int open) {
    if (open == '\'') {
      cursor.repaired(Repair.SINGLE_QUOTES);
    } else if (open != '"') {
      cursor.repaired(Repair.SMART_QUOTES);
    }
  }

  private static boolean closes(int open, int c) {
    return switch (open) {
      case '"', '\'' -> c == open;
      case '\u201E' -> c == '\u201C' || c == '\u201D';
      case '\u201A' -> c == '\u2018' || c == '\u2019';
      default -> c == (isDoubleTypographic(open) ? '\u201D' : '\u2019');
    };
  }

  private void character(int c, int open) {
    if (c == Cursor.END) {
      throw cursor.cut();
    }
    if (c == '\n' || c == '\r' || c == '\t') {
      hasLineBreak |= c != '\t';
      cursor.repaired(Repair.RAW_LINE_BREAK);
    } else if (c < ' ') {
      throw cursor.unreadable("A control character stands in a text: escape it or leave it out.");
    } else if ((isDoubleTypographic(open) && (c == '"' || isDoubleTypographic(c)))
        || (isSingleTypographic(open) && (c == '\'' || isSingleTypographic(c)))) {
      throw cursor.unreadable("Quotes of several kinds delimit a text: use \" around it.");
    }
    hasSurrogate |= c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private void escape() {
    cursor.skip();
    int c = cursor.peek();
    switch (c) {
      case '"', '\\', '/' -> decoded.append((char) c);
      case 'b' -> decoded.append('\b');
      case 'f' -> decoded.append('\f');
      case 'n' -> decoded.append('\n');
      case 'r' -> decoded.append('\r');
      case 't' -> decoded.append('\t');
      case 'u' -> decoded.append(unicode());
      case '\'' -> {
        cursor.repaired(Repair.ESCAPED_APOSTROPHE);
        decoded.append('\'');
      }
      case Cursor.END -> throw cursor.cut();
      default ->
          throw cursor.unreadable(
              "JSON knows no such escape: a backslash in a text is written twice.");
    }
    cursor.skip();
  }

  /// The four hexadecimal digits after `u`; stays on the last.
  private char unicode() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      cursor.skip();
      if (cursor.atEnd()) {
        throw cursor.cut();
      }
      int c = cursor.peek();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw cursor.unreadable("After \\u four hexadecimal digits are due.");
      }
      value = value * 16 + digit;
    }
    hasSurrogate |= value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    return (char) value;
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
