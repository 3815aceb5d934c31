package dev.spendlight.reply;

import java.util.List;

/// Thinking that a model wrote between tags before its answer.
final class Thinking {
  private static final List<String> NAMES =
      List.of("thinking", "think", "thought", "reasoning", "reflection", "scratchpad");

  private final Cursor cursor;

  Thinking(Cursor cursor) {
    this.cursor = cursor;
  }

  /// Whether a tag of thinking, opening or closing, stands here.
  boolean isHere() {
    return NAMES.stream().anyMatch(name -> opens(name) || closes(name));
  }

  /// Moves behind the closing tag. A closing tag without an opening one ends thinking too: the
  /// opening tag of some models is part of their prompt.
  void pass() {
    int start = cursor.at();
    for (String name : NAMES) {
      if (opens(name)) {
        while (!closes(name)) {
          if (cursor.atEnd()) {
            throw new Unreadable("The thinking does not end: close it, then send the JSON.", start);
          }
          cursor.skip();
        }
      }
      if (closes(name)) {
        cursor.moveTo(cursor.at() + "</>".length() + name.length());
        return;
      }
    }
  }

  private boolean opens(String name) {
    return cursor.peek() == '<' && isTag(name, 1);
  }

  private boolean closes(String name) {
    return cursor.peek() == '<' && cursor.peek(1) == '/' && isTag(name, 2);
  }

  private boolean isTag(String name, int ahead) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.toLowerCase(cursor.peek(ahead + i)) != name.charAt(i)) {
        return false;
      }
    }
    return cursor.peek(ahead + name.length()) == '>';
  }
}
