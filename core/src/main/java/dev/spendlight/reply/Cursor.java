package dev.spendlight.reply;

import java.util.EnumSet;
import java.util.Set;

/// A place in a text, and what has been repaired on the way to it.
final class Cursor {
  static final int END = -1;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char ZERO_WIDTH_SPACE = '\u200B';

  private final CharSequence text;
  private final Set<Repair> repairs = EnumSet.noneOf(Repair.class);
  private int at;

  Cursor(CharSequence text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  /// The character here, or [#END].
  int peek() {
    return peek(0);
  }

  int peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  void skip() {
    at++;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  String from(int start) {
    return text.subSequence(start, at).toString();
  }

  /// What stands between two places ahead.
  String ahead(int from, int to) {
    return text.subSequence(at + from, Math.min(at + to, text.length())).toString();
  }

  void append(StringBuilder into, int start) {
    into.append(text, start, at);
  }

  void repaired(Repair repair) {
    repairs.add(repair);
  }

  Set<Repair> repairs() {
    return repairs;
  }

  Unreadable unreadable(String reason) {
    return new Unreadable(reason, at);
  }

  /// Passes white space and comments.
  ///
  /// @return whether there was a line break among them
  boolean space() {
    boolean lineBreak = false;
    while (true) {
      int c = peek();
      if (c == '\n' || c == '\r') {
        lineBreak = true;
        at++;
      } else if (c == ' ' || c == '\t') {
        at++;
      } else if (c == '/' && (peek(1) == '/' || peek(1) == '*')) {
        comment();
      } else if (isUnusualSpace(c)) {
        repaired(at == 0 && c == BYTE_ORDER_MARK ? Repair.BYTE_ORDER_MARK : Repair.UNUSUAL_SPACE);
        at++;
      } else {
        return lineBreak;
      }
    }
  }

  /// White space that JSON does not know.
  static boolean isUnusualSpace(int c) {
    return c == '\u000B'
        || c == '\f'
        || (c > 127 && (c == BYTE_ORDER_MARK || c == ZERO_WIDTH_SPACE || Character.isSpaceChar(c)));
  }

  /// A comment with an ellipsis stands for something left out, and one with a key in it may hold
  /// what should be read: neither is passed over.
  private void comment() {
    int start = at;
    boolean block = peek(1) == '*';
    at += 2;
    while (!(block ? peek() == '*' && peek(1) == '/' : isLineEnd(peek()))) {
      if (atEnd()) {
        throw new Unreadable("A comment does not end: leave comments out.", start);
      }
      if (isEllipsis()) {
        throw ellipsis();
      }
      if (peek() == '"' && peek(1) == ':') {
        throw unreadable("A comment holds a key: leave comments out.");
      }
      at++;
    }
    if (block) {
      at += 2;
    }
    repaired(Repair.COMMENT);
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r' || c == END;
  }

  boolean isEllipsis() {
    return peek() == '\u2026' || (peek() == '.' && peek(1) == '.' && peek(2) == '.');
  }

  Unreadable ellipsis() {
    return unreadable("An ellipsis stands for something left out: write everything out.");
  }

  Unreadable cut() {
    return unreadable("The reply ends inside the JSON: send all of it, shorter if need be.");
  }
}
