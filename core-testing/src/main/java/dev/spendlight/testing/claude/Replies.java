package dev.spendlight.testing.claude;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spendlight.model.Usage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// Behaviours of a provider that works: the model ran, and what it wrote arrives whole.
///
/// A request that the real one would refuse is refused here too ([RequestRules]).
public final class Replies {
  static final ObjectMapper JSON = new ObjectMapper();

  private Replies() {}

  public static Behaviour text(String reply) {
    return from(request -> reply);
  }

  /// A reply that depends on what was asked.
  public static Behaviour from(Function<StubRequest, String> reply) {
    return stopped("end_turn", reply);
  }

  /// @param stopReason of the provider, such as `max_tokens` or `refusal` (which has no content)
  public static Behaviour stopped(String stopReason, String reply) {
    return stopped(stopReason, request -> reply);
  }

  private static Behaviour stopped(String stopReason, Function<StubRequest, String> reply) {
    return message(
        (request, usage) -> {
          ObjectNode message = whole(request, reply.apply(request), usage);
          message.put("stop_reason", stopReason);
          if (stopReason.equals("refusal")) {
            message.putArray("content");
          }
          return message.toString();
        },
        reply);
  }

  /// A message whose content is this JSON array.
  public static Behaviour content(String blocks) {
    return with("content", blocks);
  }

  /// A message in which one field is this JSON.
  public static Behaviour with(String field, String value) {
    return message(
        (request, usage) -> {
          ObjectNode message = whole(request, "", usage);
          message.set(field, JSON.readTree(value));
          return message.toString();
        },
        request -> "");
  }

  /// The body is this, and the model is paid all the same.
  public static Behaviour body(String body) {
    return message((request, usage) -> body, request -> body);
  }

  /// The same answer once a test opens the gate.
  public static Behaviour after(CountDownLatch gate, Behaviour behaviour) {
    return (request, response) -> {
      response.waitFor(gate);
      behaviour.answer(request, response);
    };
  }

  /// How a message looks for a request and its usage.
  interface Message {
    String write(StubRequest request, Usage usage) throws IOException;
  }

  private static Behaviour message(Message message, Function<StubRequest, String> counted) {
    return (request, response) -> {
      Optional<String> refused = RequestRules.breach(request);
      if (refused.isPresent()) {
        response.json(400, Map.of(), Faults.error("invalid_request_error", refused.get()));
        return;
      }
      Usage usage = response.usage(request, counted.apply(request));
      response.bill(request.model(), usage);
      response.json(200, Map.of(), message.write(request, usage));
    };
  }

  static ObjectNode whole(StubRequest request, String reply, Usage usage) {
    ObjectNode message = JSON.createObjectNode();
    message.put("id", "msg_stub").put("type", "message").put("role", "assistant");
    message.put("model", request.model());
    message.putArray("content").addObject().put("type", "text").put("text", reply);
    message.put("stop_reason", "end_turn").putNull("stop_sequence");
    ObjectNode counts = message.putObject("usage");
    counts.put("input_tokens", usage.input()).put("output_tokens", usage.output());
    counts.put("cache_read_input_tokens", usage.cacheRead());
    counts.put("cache_creation_input_tokens", usage.cacheWrite5m() + usage.cacheWrite1h());
    counts
        .putObject("cache_creation")
        .put("ephemeral_5m_input_tokens", usage.cacheWrite5m())
        .put("ephemeral_1h_input_tokens", usage.cacheWrite1h());
    counts.put("service_tier", "standard");
    return message;
  }
}
