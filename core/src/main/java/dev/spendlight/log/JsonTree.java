package dev.spendlight.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads and writes trees of JSON; what is not as expected is an [IllegalArgumentException] that
/// holds nothing of the text.
final class JsonTree {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonTree() {}

  static String write(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can be written.", e);
    }
  }

  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This is not JSON.");
    }
  }

  static String string(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("There is no text \"%s\".".formatted(field));
    }
    return value.textValue();
  }

  static long number(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("There is no number \"%s\".".formatted(field));
    }
    return value.longValue();
  }

  static <T> Optional<T> optional(JsonNode json, String field, Function<JsonNode, T> value) {
    return json.has(field) ? Optional.ofNullable(value.apply(json.get(field))) : Optional.empty();
  }

  static <T> List<T> list(JsonNode json, Function<JsonNode, T> value) {
    if (!json.isArray()) {
      throw new IllegalArgumentException("There is no list.");
    }
    List<T> values = new ArrayList<>();
    json.forEach(each -> values.add(value.apply(each)));
    return values;
  }
}
