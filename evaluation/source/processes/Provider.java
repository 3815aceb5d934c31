package processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.PriceList;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import dev.spendlight.model.Usage;
import dev.spendlight.reply.WireSchema;
import dev.spendlight.testing.claude.StubClaude;
import dev.spendlight.testing.claude.StubRequest;
import dev.spendlight.testing.claude.StubResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Claude API that keeps its own books: what came is billed by the list, whether or not anybody hears the answer.
///
/// A token is four bytes here. One question in twenty is answered 529 and not billed, one in fifty with a figure of the
/// model's own, which has to be sent back.
final class Provider implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FACT = Pattern.compile("^ {2}(\\{f\\d+}) (.*)$", Pattern.MULTILINE);
  private static final Pattern HEALTH = Pattern.compile("overall_health: (\\w+)");

  private final StubClaude stub = StubClaude.start();
  private final PriceList prices = PriceList.standard();
  private final Queue<Sent> books = new ConcurrentLinkedQueue<>();

  /// @param hash of the request, as our own log has it
  /// @param nanos billed
  /// @param until when the answer was sent, or would have been
  record Sent(String hash, long nanos, Instant at, Instant until) {
    LocalDate day() {
      return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
  }

  Provider() {
    var _ = stub.usually(this::answer);
  }

  String url() {
    return stub.baseUrl().toString();
  }

  int requests() {
    return stub.count();
  }

  List<Sent> books() {
    return List.copyOf(books);
  }

  private void answer(StubRequest request, StubResponse response) throws IOException {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    if (chance.nextInt(20) == 0) {
      response.json(529, Map.of(), "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"-\"}}");
      return;
    }
    JsonNode body = request.json();
    String reply = reply(body, chance.nextInt(50) == 0);
    long stable = 0;
    for (JsonNode block : body.path("system")) {
      stable += tokens(block.path("text").asText());
    }
    Usage usage = new Usage(tokens(body.path("messages").toString()), 0, 0, stable, tokens(reply));
    Instant now = Instant.now();
    long nanos =
        prices.bill(request.model(), usage, now.atOffset(ZoneOffset.UTC).toLocalDate()).orElseThrow().value();
    Duration takes = Duration.ofMillis(500 + chance.nextInt(2_500));
    books.add(new Sent(hash(body), nanos, now, now.plus(takes)));
    response.pause(takes);
    response.json(200, Map.of(), message(request.model(), reply, usage));
  }

  private static long tokens(String text) {
    return Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, 4);
  }

  private static String hash(JsonNode body) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode each : body.path("messages")) {
      Speaker speaker = each.path("role").asText().equals("user") ? Speaker.USER : Speaker.ASSISTANT;
      turns.add(new Turn(speaker, each.path("content").asText()));
    }
    return new ModelRequest(
            body.path("model").asText(),
            body.path("system").path(0).path("text").asText(),
            turns,
            WireSchema.text(),
            body.path("max_tokens").asInt())
        .hash();
  }

  /// True of any account: its own facts, around which nothing is claimed.
  private static String reply(JsonNode body, boolean wrong) {
    String prompt = body.path("messages").path(0).path("content").asText();
    Matcher health = HEALTH.matcher(prompt);
    List<String> facts = new ArrayList<>();
    for (Matcher fact = FACT.matcher(prompt.split("\nFINDINGS")[0]); fact.find(); ) {
      if (fact.group(2).contains("spend") || fact.group(2).contains("an ACOS")) {
        facts.add(fact.group(1));
      }
    }
    ObjectNode reply = JSON.createObjectNode();
    reply.put("overall_health", health.find() ? health.group(1) : "good");
    var insights = reply.putArray("key_insights");
    facts.stream().limit(2).forEach(insights::add);
    if (wrong && body.path("messages").size() == 1) {
      insights.add("Spend rose by 17 percent");
    }
    reply.putArray("top_opportunities");
    reply.putArray("summary").add("The account had " + facts.getFirst() + ".").add("Look again after two weeks.");
    return reply.toString();
  }

  private static String message(String model, String text, Usage usage) {
    ObjectNode message = JSON.createObjectNode();
    message.put("id", "msg_stub").put("type", "message").put("role", "assistant").put("model", model);
    message.putArray("content").addObject().put("type", "text").put("text", text);
    message.put("stop_reason", "end_turn").putNull("stop_sequence");
    message
        .putObject("usage")
        .put("input_tokens", usage.input())
        .put("output_tokens", usage.output())
        .put("cache_read_input_tokens", usage.cacheRead())
        .put("cache_creation_input_tokens", 0);
    return message.toString();
  }

  @Override
  public void close() {
    stub.close();
  }
}
