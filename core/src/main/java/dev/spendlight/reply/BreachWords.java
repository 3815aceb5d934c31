package dev.spendlight.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.spendlight.reply.DraftReading.Breach;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Words what a validator found, so that a model can act on it.
final class BreachWords {
  /// A longer or stranger name of a field is not repeated.
  private static final int LONGEST_NAME = 40;

  private BreachWords() {}

  static Breach of(Error error) {
    return new Breach(where(error.getInstanceLocation()), reason(error));
  }

  private static String reason(Error error) {
    JsonNode limit = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" -> "It lacks `%s`: add it.".formatted(error.getProperty());
      case "additionalProperties" ->
          "It has %s, which is not asked for: leave it out.".formatted(field(error.getProperty()));
      case "type" ->
          "It is %s; %s is asked for."
              .formatted(kind(error.getInstanceNode()), kind(limit.asText()));
      case "enum" -> "It must be one of %s.".formatted(words(limit));
      case "maxItems" ->
          "It has %d entries; at most %d are allowed."
              .formatted(error.getInstanceNode().size(), limit.asInt());
      case "minItems" ->
          "It has %d entries; at least %d are asked for."
              .formatted(error.getInstanceNode().size(), limit.asInt());
      case "maxLength" ->
          "It is longer than %d characters: write it shorter.".formatted(limit.asInt());
      case "minLength" -> "It is empty: write it, or leave the entry out.";
      default -> "It breaches `%s` of the schema.".formatted(error.getKeyword());
    };
  }

  private static String field(String name) {
    boolean plain =
        name.length() <= LONGEST_NAME
            && name.chars().allMatch(c -> Texts.startsWord(c) || (c >= '0' && c <= '9'));
    return plain ? "`" + name + "`" : "a field";
  }

  private static String words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "null";
    };
  }

  private static String kind(String type) {
    return switch (type) {
      case "object" -> "an object";
      case "array" -> "a list";
      case "string" -> "a text";
      default -> "a " + type;
    };
  }

  /// As in `top_opportunities[0].issue`.
  private static String where(NodePath path) {
    StringBuilder where = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      if (path.getElement(i) instanceof Integer index) {
        where.append('[').append(index.intValue()).append(']');
      } else {
        where.append(where.isEmpty() ? "" : ".").append(path.getName(i));
      }
    }
    return where.isEmpty() ? "reply" : where.toString();
  }
}
