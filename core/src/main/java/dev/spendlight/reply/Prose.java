package dev.spendlight.reply;

/// Passes what stands around the root, and refuses what may be part of it or a second root.
///
/// The root begins its line or follows the end of a sentence, a colon or a tag; nothing touches its
/// end but a tag or a fence.
final class Prose {
  private static final String FENCE = "```";
  private static final String TWO_ROOTS =
      "There is more than one JSON value: send exactly one object and nothing else.";
  private static final String VALUE =
      "A text or number stands outside of the JSON: send exactly one object and nothing else.";
  private static final String FRAGMENT =
      "Pieces of JSON stand outside of it: send exactly one object and nothing else.";

  private final Cursor cursor;
  private final Thinking thinking;

  /// Where the line begins that is being passed, or what is left of it after a tag.
  private int lineStart;

  Prose(Cursor cursor) {
    this.cursor = cursor;
    this.thinking = new Thinking(cursor);
  }

  /// Moves on to the bracket that opens the root.
  void before() {
    lineStart = cursor.at();
    pass(false);
    if (cursor.atEnd()) {
      throw cursor.unreadable("There is no JSON object in the reply: send one.");
    }
    String leadIn = cursor.from(lineStart).strip();
    if (!leadIn.isEmpty()
        && !leadIn.startsWith(FENCE)
        && ":.!?>*`".indexOf(leadIn.charAt(leadIn.length() - 1)) < 0) {
      throw cursor.unreadable(FRAGMENT);
    }
  }

  /// Moves from the end of the root to the end of the text.
  void after() {
    int end = cursor.at();
    boolean lineBreak = cursor.space();
    int c = cursor.peek();
    boolean touches = cursor.at() == end && c != '`' && c != '<';
    if (c != Cursor.END && (c == ',' || c == ':' || (touches && !lineBreak))) {
      throw c == '{' || c == '[' ? cursor.unreadable(TWO_ROOTS) : cursor.unreadable(FRAGMENT);
    }
    lineStart = cursor.at();
    pass(true);
    if (!cursor.atEnd()) {
      throw cursor.unreadable(TWO_ROOTS);
    }
  }

  private void pass(boolean afterRoot) {
    while (!cursor.atEnd()) {
      switch (cursor.peek()) {
        case '{', '[' -> {
          int group = groupLength();
          if (group == 0) {
            endLine();
            return;
          }
          cursor.moveTo(cursor.at() + group);
        }
        case '}', ']' -> throw cursor.unreadable(FRAGMENT);
        case '\n', '\r' -> {
          endLine();
          cursor.skip();
          lineStart = cursor.at();
        }
        case '<' -> tag(afterRoot);
        case '"' -> {
          if (cursor.peek(1) == ':' || (cursor.peek(1) == ' ' && cursor.peek(2) == ':')) {
            throw cursor.unreadable(FRAGMENT);
          }
          cursor.skip();
        }
        default -> cursor.skip();
      }
    }
    endLine();
  }

  private void tag(boolean afterRoot) {
    if (!thinking.isHere()) {
      cursor.skip();
      return;
    }
    if (afterRoot) {
      throw cursor.unreadable("Thinking follows the JSON: send exactly one object at the end.");
    }
    endLine();
    thinking.pass();
    cursor.repaired(Repair.THINKING);
    lineStart = cursor.at();
  }

  /// The length of a bracketed group that cannot be JSON, such as `{f12}` or `[as asked]`; else 0.
  private int groupLength() {
    return cursor.peek() == '{' ? placeholderLength() : remarkLength();
  }

  private int placeholderLength() {
    int length = 1;
    while (isLetterOrDigit(cursor.peek(length))) {
      length++;
    }
    return length > 1 && cursor.peek(length) == '}' ? length + 1 : 0;
  }

  private int remarkLength() {
    if (!Character.isLetter(cursor.peek(1))) {
      return 0;
    }
    int length = 1;
    while (isLetterOrDigit(cursor.peek(length))) {
      length++;
    }
    if (Line.isLiteral(cursor.ahead(1, length))) {
      return 0;
    }
    while (true) {
      switch (cursor.peek(length)) {
        case ']' -> {
          return length + 1;
        }
        case '[', '{', '}', '"', '\'', '\n', '\r', Cursor.END -> {
          return 0;
        }
        default -> length++;
      }
    }
  }

  private static boolean isLetterOrDigit(int c) {
    return Texts.startsWord(c) || (c >= '0' && c <= '9');
  }

  private void endLine() {
    String line = cursor.from(lineStart).strip();
    if (line.isEmpty()) {
      return;
    }
    if (line.startsWith(FENCE)) {
      cursor.repaired(Repair.FENCE);
      return;
    }
    if (Line.isEllipsis(line)) {
      throw cursor.ellipsis();
    }
    if (Line.isValue(line)) {
      throw cursor.unreadable(VALUE);
    }
    cursor.repaired(Repair.PROSE);
  }
}
