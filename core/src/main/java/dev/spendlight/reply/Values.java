package dev.spendlight.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/// Reads one value at a cursor, by JSON's grammar and the faults in it whose meaning is certain.
final class Values {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Cursor cursor;
  private final Texts texts;

  Values(Cursor cursor) {
    this.cursor = cursor;
    this.texts = new Texts(cursor);
  }

  /// @param depth of what holds the value; 0 for the root
  JsonNode read(int depth) {
    int c = cursor.peek();
    return switch (c) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Numbers.read(cursor);
      case Cursor.END -> throw cursor.cut();
      case ',', ']', '}' -> throw cursor.unreadable("A value is missing here: write it.");
      default -> {
        if (Texts.opens(c)) {
          yield TextNode.valueOf(texts.read());
        }
        if (cursor.isEllipsis()) {
          throw cursor.ellipsis();
        }
        yield word();
      }
    };
  }

  private JsonNode word() {
    int start = cursor.at();
    String word = texts.word();
    return switch (word) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      case "null" -> NullNode.instance;
      case "True" -> python(BooleanNode.TRUE);
      case "False" -> python(BooleanNode.FALSE);
      case "None" -> python(NullNode.instance);
      case "NaN", "Infinity", "inf", "nan", "undefined" ->
          throw new Unreadable("JSON knows no such value: write a number or null.", start);
      default ->
          throw new Unreadable("This is no JSON value: a text stands in double quotes.", start);
    };
  }

  private JsonNode python(JsonNode value) {
    cursor.repaired(Repair.PYTHON_LITERAL);
    return value;
  }

  private ObjectNode object(int depth) {
    enter(depth);
    ObjectNode object = NODES.objectNode();
    cursor.space();
    while (cursor.peek() != '}') {
      member(object, depth);
      int c = cursor.peek();
      if (c == ',') {
        cursor.skip();
        cursor.space();
        trailing('}');
      }
    }
    cursor.skip();
    return object;
  }

  private void member(ObjectNode object, int depth) {
    int keyAt = cursor.at();
    String key = key();
    if (object.has(key)) {
      throw new Unreadable("A key stands twice in one object: keep one of them.", keyAt);
    }
    cursor.space();
    if (cursor.peek() != ':') {
      throw cursor.atEnd()
          ? cursor.cut()
          : cursor.unreadable("After a key a colon and a value are due.");
    }
    cursor.skip();
    cursor.space();
    JsonNode value = read(depth);
    object.set(key, value);
    int end = cursor.at();
    boolean lineBreak = cursor.space();
    int c = cursor.peek();
    if (c == ',' || c == '}') {
      return;
    }
    if (!mayLackComma(value, c, lineBreak, cursor.at() > end)) {
      throw afterValue('}');
    }
    cursor.repaired(Repair.MISSING_COMMA);
  }

  /// Only where what follows can be nothing but the next key; that its colon follows is seen when
  /// it is read. After a text a line break is asked for, since its quote may have been meant to
  /// stand inside it.
  private boolean mayLackComma(JsonNode value, int next, boolean lineBreak, boolean apart) {
    boolean bare = Texts.startsWord(next);
    if (!bare && !Texts.opens(next)) {
      return false;
    }
    if (value.isTextual()) {
      return lineBreak && !texts.lastHasLineBreak();
    }
    return bare ? lineBreak : apart || value.isContainerNode();
  }

  private String key() {
    int c = cursor.peek();
    if (Texts.opens(c)) {
      return texts.read();
    }
    if (c == Cursor.END) {
      throw cursor.cut();
    }
    if (cursor.isEllipsis()) {
      throw cursor.ellipsis();
    }
    int start = cursor.at();
    if (!Texts.startsWord(c)) {
      throw cursor.unreadable("A key in double quotes is due here.");
    }
    String word = texts.word();
    switch (word) {
      case "true", "false", "null", "True", "False", "None" ->
          throw new Unreadable("A key stands in double quotes.", start);
      default -> cursor.repaired(Repair.BARE_KEY);
    }
    return word;
  }

  private ArrayNode array(int depth) {
    enter(depth);
    ArrayNode array = NODES.arrayNode();
    cursor.space();
    while (cursor.peek() != ']') {
      JsonNode value = read(depth);
      array.add(value);
      cursor.space();
      int c = cursor.peek();
      if (c == ',') {
        cursor.skip();
        cursor.space();
        trailing(']');
      } else if ((c == '{' && value.isObject()) || (c == '[' && value.isArray())) {
        cursor.repaired(Repair.MISSING_COMMA);
      } else if (c != ']') {
        throw afterValue(']');
      }
    }
    cursor.skip();
    return array;
  }

  private void trailing(char closing) {
    if (cursor.peek() == closing) {
      cursor.repaired(Repair.TRAILING_COMMA);
    }
  }

  private void enter(int depth) {
    if (depth > JsonReader.MOST_DEPTH) {
      throw cursor.unreadable(
          "It is nested deeper than %d levels: write it flatter.".formatted(JsonReader.MOST_DEPTH));
    }
    cursor.skip();
  }

  private Unreadable afterValue(char closing) {
    if (cursor.atEnd()) {
      return cursor.cut();
    }
    if (cursor.isEllipsis()) {
      return cursor.ellipsis();
    }
    return cursor.unreadable(
        "After a value a comma or %s is due; a quote inside a text is written as \\\"."
            .formatted(closing));
  }
}
