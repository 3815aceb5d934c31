package dev.spendlight.testing.claude;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/// A request as it reached [StubClaude].
///
/// @param headers by name in lower case, without the key's value
/// @param body as text; JSON is not assumed
public record StubRequest(String method, String path, Map<String, String> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public StubRequest {
    headers = Map.copyOf(headers);
  }

  /// A missing node when the body is not JSON.
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  public String model() {
    return json().path("model").asText();
  }

  /// What the last turn says.
  public String question() {
    JsonNode turns = json().path("messages");
    return turns.path(turns.size() - 1).path("content").asText();
  }
}
