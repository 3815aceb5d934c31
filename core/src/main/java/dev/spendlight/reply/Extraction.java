package dev.spendlight.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Finds the one value of a text among thinking, fences and prose.
///
/// A bracket in prose either cannot begin JSON (`{f12}`, `[as asked]`) or is taken for the root;
/// when that cannot be read, the text is rejected and nothing else is tried. So the work stays
/// linear, and a piece of a damaged document is not taken for the whole.
final class Extraction {
  private Extraction() {}

  static JsonReading.Read read(CharSequence text) {
    Cursor cursor = new Cursor(text);
    cursor.space();
    if (cursor.atEnd()) {
      throw cursor.unreadable("The reply is empty: send one JSON object.");
    }
    return cursor.peek() == '{' || cursor.peek() == '['
        ? among(cursor)
        : alone(text).orElseGet(() -> among(cursor));
  }

  /// A text, number or word may be the root only where nothing but white space is around it.
  private static Optional<JsonReading.Read> alone(CharSequence text) {
    Cursor cursor = new Cursor(text);
    cursor.space();
    try {
      JsonNode value = new Values(cursor).read(0);
      cursor.space();
      return cursor.atEnd()
          ? Optional.of(new JsonReading.Read(value, cursor.repairs()))
          : Optional.empty();
    } catch (Unreadable prose) {
      return Optional.empty();
    }
  }

  private static JsonReading.Read among(Cursor cursor) {
    Prose prose = new Prose(cursor);
    prose.before();
    JsonNode root = new Values(cursor).read(0);
    prose.after();
    return new JsonReading.Read(root, cursor.repairs());
  }
}
