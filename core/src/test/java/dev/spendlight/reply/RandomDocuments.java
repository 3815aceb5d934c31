package dev.spendlight.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/// JSON documents with an object or array as root, whose texts hold what a reader may stumble over.
final class RandomDocuments {
  private static final int DEEPEST = 4;

  private static final List<String> PIECES =
      List.of(
          "word",
          " ",
          "it's",
          "\"quoted\"",
          "“so”",
          "‘so’",
          "\\",
          "\n",
          "\t",
          "{f12}",
          "{c4}",
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          "\": ",
          "...",
          "…",
          "//",
          "/*",
          "*/",
          "```",
          "</thinking>",
          "<thinking>",
          "é",
          "€",
          "😀",
          "\u00A0",
          "\u0001",
          "True",
          "null",
          "12.5",
          "$",
          "");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "7",
          "-12",
          "2147483648",
          "-9223372036854775808",
          "9223372036854775808",
          "12345678901234567890123",
          "0.10",
          "-3.50",
          "1E+2",
          "6.02e23",
          "1e-9",
          "0.30000000000001");

  private final RandomGenerator random;

  RandomDocuments(RandomGenerator random) {
    this.random = random;
  }

  JsonNode next() {
    return random.nextBoolean() ? object(0) : array(0);
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 8 : 5)) {
      case 0 -> TextNode.valueOf(text());
      case 1 -> number();
      case 2 -> BooleanNode.valueOf(random.nextBoolean());
      case 3 -> NullNode.instance;
      case 4, 5 -> TextNode.valueOf(text());
      case 6 -> object(depth + 1);
      default -> array(depth + 1);
    };
  }

  private JsonNode number() {
    String digits = NUMBERS.get(random.nextInt(NUMBERS.size()));
    return digits.matches("-?[0-9]+")
        ? Strictly.read(digits)
        : DecimalNode.valueOf(new BigDecimal(digits));
  }

  private ObjectNode object(int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    int fields = random.nextInt(4);
    for (int i = 0; i < fields; i++) {
      object.set(random.nextInt(3) == 0 ? text() : "key_" + random.nextInt(100), value(depth));
    }
    return object;
  }

  private ArrayNode array(int depth) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int entries = random.nextInt(4);
    for (int i = 0; i < entries; i++) {
      array.add(value(depth));
    }
    return array;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(5);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
