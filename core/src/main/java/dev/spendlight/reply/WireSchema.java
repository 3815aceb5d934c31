package dev.spendlight.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The draft's schema as a model's structured output accepts it.
///
/// Derived from the one source: limits that the wire does not know are told in descriptions, and a
/// keyword that could be neither kept nor told ends the derivation, rather than being lost.
public final class WireSchema {
  private static final Set<String> KEPT =
      Set.of("type", "required", "additionalProperties", "enum", "const", "format", "$ref");
  private static final Set<String> LEFT_OUT = Set.of("$schema", "$id", "title", "$comment");
  private static final List<String> LIMITS =
      List.of("minItems", "maxItems", "minLength", "maxLength");

  private static final int VERSION_BYTES = 4;

  private WireSchema() {}

  /// The schema as JSON, indented by two; the same bytes every time.
  public static String text() {
    return of(DraftSchema.tree()).toPrettyString().replace("\r\n", "\n") + "\n";
  }

  /// Another for every other schema: the first digits of the SHA-256 of [#text].
  public static String version() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  static ObjectNode of(JsonNode source) {
    ObjectNode wire = JsonNodeFactory.instance.objectNode();
    for (var field : source.properties()) {
      String keyword = field.getKey();
      JsonNode value = field.getValue();
      if (KEPT.contains(keyword)) {
        wire.set(keyword, value.deepCopy());
      } else if (keyword.equals("properties") || keyword.equals("$defs")) {
        ObjectNode named = wire.putObject(keyword);
        value.properties().forEach(each -> named.set(each.getKey(), of(each.getValue())));
      } else if (keyword.equals("items")) {
        wire.set(keyword, of(value));
      } else if (keyword.equals("anyOf")) {
        ArrayNode choices = wire.putArray(keyword);
        value.forEach(each -> choices.add(of(each)));
      } else if (keyword.equals("minItems") && value.asInt() <= 1) {
        wire.set(keyword, value);
      } else if (!LIMITS.contains(keyword)
          && !LEFT_OUT.contains(keyword)
          && !keyword.equals("description")) {
        throw new IllegalArgumentException("The wire schema knows no " + keyword + ".");
      }
    }
    String description = description(source);
    if (!description.isEmpty()) {
      wire.put("description", description);
    }
    return wire;
  }

  private static String description(JsonNode source) {
    return String.join(
        " ",
        Stream.concat(
                Stream.of(source.path("description").asText()),
                LIMITS.stream()
                    .filter(source::has)
                    .map(limit -> sentence(limit, source.path(limit).asInt())))
            .filter(each -> !each.isEmpty())
            .toList());
  }

  private static String sentence(String limit, int value) {
    return switch (limit) {
      case "minItems" -> value > 1 ? "At least %d entries.".formatted(value) : "";
      case "maxItems" -> "At most %d entries.".formatted(value);
      case "minLength" -> "Never empty.";
      default -> "At most %d characters.".formatted(value);
    };
  }
}
