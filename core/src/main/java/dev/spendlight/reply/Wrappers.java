package dev.spendlight.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/// Takes off what a model put around the object that was asked for: an object with one field of
/// another name, or a text that holds it as JSON.
final class Wrappers {
  /// More layers than this are no mishap.
  private static final int MOST_LAYERS = 3;

  private final DraftSchema schema;
  private final Set<Repair> repairs;

  Wrappers(DraftSchema schema, Set<Repair> repairs) {
    this.schema = schema;
    this.repairs = repairs;
  }

  JsonNode takenOff(JsonNode root) {
    JsonNode inner = root;
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      Optional<JsonNode> next = inner.isTextual() ? inText(inner.asText()) : inObject(inner);
      if (next.isEmpty()) {
        return inner;
      }
      inner = next.get();
    }
    return inner;
  }

  private Optional<JsonNode> inText(String text) {
    if (JsonReader.strict(text) instanceof JsonReading.Read read
        && (read.value().isObject() || read.value().isTextual())) {
      repairs.add(Repair.JSON_IN_TEXT);
      return Optional.of(read.value());
    }
    return Optional.empty();
  }

  private Optional<JsonNode> inObject(JsonNode object) {
    if (object.size() != 1 || !object.isObject() || schema.knows(object.fieldNames().next())) {
      return Optional.empty();
    }
    JsonNode held = object.elements().next();
    if (!held.isObject() && !held.isTextual()) {
      return Optional.empty();
    }
    repairs.add(Repair.WRAPPER);
    return Optional.of(held);
  }
}
