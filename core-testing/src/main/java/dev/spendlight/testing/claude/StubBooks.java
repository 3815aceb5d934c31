package dev.spendlight.testing.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.model.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the stub would be paid for. A token is four bytes of text here, rounded up.
final class StubBooks {
  private static final int BYTES_OF_A_TOKEN = 4;

  private final Set<String> cached = ConcurrentHashMap.newKeySet();
  private final Queue<StubClaude.Billed> billed = new ConcurrentLinkedQueue<>();

  void bill(String model, Usage usage) {
    billed.add(new StubClaude.Billed(model, usage));
  }

  List<StubClaude.Billed> billed() {
    return List.copyOf(billed);
  }

  /// A system prompt that carries a cache mark is written the first time and read from then on.
  Usage usage(StubRequest request, String reply) {
    JsonNode body = request.json();
    long input = tokens(body.path("messages").toString());
    long stable = 0;
    boolean marked = false;
    for (JsonNode block : body.path("system")) {
      stable += tokens(block.path("text").asText());
      marked |= block.has("cache_control");
    }
    long output = tokens(reply);
    if (!marked) {
      return new Usage(input + stable, 0, 0, 0, output);
    }
    return cached.add(request.model() + body.path("system"))
        ? new Usage(input, stable, 0, 0, output)
        : new Usage(input, 0, 0, stable, output);
  }

  private static long tokens(String text) {
    return Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES_OF_A_TOKEN);
  }
}
