package dev.spendlight.testing.claude;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the real provider answers with 400, as far as a request of ours could fall into it.
final class RequestRules {
  private static final Pattern NEEDS_THINKING =
      Pattern.compile("claude-(opus|sonnet)-5-5.*|claude-(fable|mythos)-.*");
  private static final Pattern NO_ADAPTIVE = Pattern.compile("claude-(haiku|sonnet|opus)-4-5.*");
  private static final Set<String> SAMPLING = Set.of("temperature", "top_p", "top_k");

  /// Keywords of JSON Schema that constrained decoding does not know.
  private static final Set<String> BEYOND_GRAMMAR =
      Set.of(
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "maxItems",
          "oneOf",
          "allOf",
          "not");

  private RequestRules() {}

  /// What is wrong with it, if anything is.
  static Optional<String> breach(StubRequest request) {
    JsonNode body = request.json();
    String model = body.path("model").asText();
    String thinking = body.path("thinking").path("type").asText();
    JsonNode turns = body.path("messages");
    if (!body.isObject() || turns.isEmpty() || body.path("max_tokens").asInt() < 1) {
      return Optional.of("model, messages and max_tokens are required");
    }
    if (!turns.path(turns.size() - 1).path("role").asText().equals("user")) {
      return Optional.of("the conversation has to end with a user message");
    }
    if (SAMPLING.stream().anyMatch(body::has)) {
      return Optional.of("sampling parameters are not supported");
    }
    if (thinking.equals("disabled") && NEEDS_THINKING.matcher(model).matches()) {
      return Optional.of("thinking.type.disabled is not supported for this model");
    }
    if (thinking.equals("adaptive") && NO_ADAPTIVE.matcher(model).matches()) {
      return Optional.of("thinking.type.adaptive is not supported for this model");
    }
    return grammar(body.path("output_config").path("format").path("schema"));
  }

  private static Optional<String> grammar(JsonNode schema) {
    if (schema.path("type").asText().equals("object") && schema.has("properties")) {
      if (!schema.path("additionalProperties").isBoolean()
          || schema.path("additionalProperties").booleanValue()) {
        return Optional.of("additionalProperties has to be false");
      }
      if (schema.path("required").size() != schema.path("properties").size()) {
        return Optional.of("every property has to be required");
      }
    }
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      if (BEYOND_GRAMMAR.contains(each.getKey())) {
        return Optional.of("output_config.format.schema: " + each.getKey() + " is not supported");
      }
      Optional<String> inside =
          each.getKey().equals("properties") || each.getKey().equals("$defs")
              ? all(each.getValue())
              : each.getValue().isArray() ? all(each.getValue()) : grammar(each.getValue());
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> all(JsonNode schemas) {
    for (JsonNode each : schemas) {
      Optional<String> breach = grammar(each);
      if (breach.isPresent()) {
        return breach;
      }
    }
    return Optional.empty();
  }
}
