package dev.spendlight.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads documents in tests, decimals exactly.
final class DocumentTree {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private DocumentTree() {}

  static ObjectNode of(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The document after a breach was planted.
  static String changed(String json, Consumer<ObjectNode> change) {
    ObjectNode tree = of(json);
    change.accept(tree);
    return tree.toString();
  }

  /// Names of the fields, in order.
  static List<String> fields(JsonNode object) {
    if (object.getNodeType() != JsonNodeType.OBJECT) {
      throw new AssertionError("not an object: " + object);
    }
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
