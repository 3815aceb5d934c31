package dev.spendlight.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes a document with faults that leave its value certain.
final class DamagedWriter {
  private static final List<String> SPACES =
      List.of("", "", "", " ", "\n", "\n  ", "\t", "\u00A0", "\u3000", "/* note */", "// note\n");
  private static final List<String> QUOTES = List.of("\"\"", "\"\"", "''", "“”", "„“", "‘’", "‚’");

  private final RandomGenerator random;
  private final StringBuilder out = new StringBuilder();

  /// Whether the text written last has a line break as such.
  private boolean brokenText;

  private DamagedWriter(RandomGenerator random) {
    this.random = random;
  }

  static String write(JsonNode document, RandomGenerator random) {
    DamagedWriter writer = new DamagedWriter(random);
    writer.value(document);
    return writer.out.toString();
  }

  private boolean sometimes() {
    return random.nextInt(4) == 0;
  }

  private void space() {
    out.append(SPACES.get(random.nextInt(SPACES.size())));
  }

  private void value(JsonNode value) {
    switch (value) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> array(array);
      case TextNode text -> text(text.textValue());
      default -> {
        String plain = Strictly.write(value);
        out.append(
            switch (plain) {
              case "true" -> sometimes() ? "True" : plain;
              case "false" -> sometimes() ? "False" : plain;
              case "null" -> sometimes() ? "None" : plain;
              default -> plain;
            });
      }
    }
  }

  private void object(ObjectNode object) {
    out.append('{');
    space();
    int left = object.size();
    boolean comma = true;
    for (var field : object.properties()) {
      boolean bare = field.getKey().matches("[A-Za-z_$][A-Za-z0-9_$-]*") && sometimes();
      bare &= !List.of("True", "null", "true", "false").contains(field.getKey());
      if (!comma) {
        out.append(bare ? "\n" : "");
      }
      if (bare) {
        out.append(field.getKey());
      } else {
        text(field.getKey());
      }
      space();
      out.append(':');
      space();
      value(field.getValue());
      left--;
      comma = left == 0 || !(sometimes() && mayLackComma(field.getValue()));
      if (comma) {
        space();
        out.append(left > 0 || sometimes() ? "," : "");
      }
      space();
    }
    out.append('}');
  }

  /// Writes the line break or space that then stands for the comma.
  private boolean mayLackComma(JsonNode value) {
    if (value.isTextual() && brokenText) {
      return false;
    }
    out.append(value.isTextual() ? "\n" : value.isContainerNode() ? "" : " ");
    return true;
  }

  private void array(ArrayNode array) {
    out.append('[');
    space();
    for (int i = 0; i < array.size(); i++) {
      value(array.get(i));
      space();
      if (i + 1 < array.size()) {
        boolean alike =
            array.get(i).isContainerNode()
                && array.get(i).getNodeType() == array.get(i + 1).getNodeType();
        out.append(alike && sometimes() ? "" : ",");
      } else if (sometimes()) {
        out.append(',');
      }
      space();
    }
    out.append(']');
  }

  private void text(String text) {
    String quotes = QUOTES.get(random.nextInt(QUOTES.size()));
    boolean typographic = quotes.charAt(0) > 127;
    if (typographic && text.chars().anyMatch(c -> "\"'“”„‟‘’‚‛".indexOf(c) >= 0)) {
      quotes = "\"\"";
    }
    char close = quotes.charAt(1);
    boolean raw = sometimes();
    brokenText = raw && text.indexOf('\n') >= 0;
    out.append(quotes.charAt(0));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == close || (c == '\'' && sometimes())) {
        out.append('\\').append(c);
      } else if (c == '\n' || c == '\t') {
        out.append(raw ? String.valueOf(c) : c == '\n' ? "\\n" : "\\t");
      } else if (c < ' ' || (!Character.isSurrogate(c) && sometimes())) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append(close);
  }
}
