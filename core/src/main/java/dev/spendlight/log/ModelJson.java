package dev.spendlight.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import dev.spendlight.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/// Requests, replies and attempts as JSON, for stores. What is read back equals what was written,
/// to the last character: everything but ASCII is escaped, so that even half a character survives.
///
/// Reading throws an [IllegalArgumentException] for whatever was not written here.
public final class ModelJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ModelJson() {}

  public static String write(ModelRequest request) {
    ObjectNode json = NODES.objectNode();
    json.put("model", request.model()).put("system", request.system());
    ArrayNode turns = json.putArray("turns");
    request
        .turns()
        .forEach(turn ->
            turns.addObject().put("speaker", turn.speaker().name()).put("text", turn.text()));
    return JsonTree.write(
        json.put("schema", request.schema()).put("max_tokens", request.maxTokens()));
  }

  public static ModelRequest request(String text) {
    JsonNode json = JsonTree.read(text);
    return new ModelRequest(
        JsonTree.string(json, "model"),
        JsonTree.string(json, "system"),
        JsonTree.list(
            json.path("turns"),
            turn ->
                new Turn(
                    Speaker.valueOf(JsonTree.string(turn, "speaker")),
                    JsonTree.string(turn, "text"))),
        JsonTree.string(json, "schema"),
        (int) JsonTree.number(json, "max_tokens"));
  }

  public static String write(ModelReply reply) {
    return JsonTree.write(ReplyJson.node(reply));
  }

  public static ModelReply reply(String text) {
    return ReplyJson.reply(JsonTree.read(text));
  }

  public static String writeAttempts(List<Attempt> attempts) {
    ArrayNode json = NODES.arrayNode();
    attempts.forEach(each -> {
      ObjectNode attempt = json.addObject().put("outcome", each.outcome());
      each.usage().ifPresent(usage -> attempt.set("usage", node(usage)));
      each.requestId().ifPresent(id -> attempt.put("request_id", id));
      each.servedBy().ifPresent(model -> attempt.put("served_by", model));
      attempt.put("took_ns", each.took().toNanos());
    });
    return JsonTree.write(json);
  }

  public static List<Attempt> attempts(String text) {
    return JsonTree.list(
        JsonTree.read(text),
        each ->
            new Attempt(
                JsonTree.string(each, "outcome"),
                JsonTree.optional(each, "usage", ModelJson::usage),
                JsonTree.optional(each, "request_id", JsonNode::textValue),
                JsonTree.optional(each, "served_by", JsonNode::textValue),
                Duration.ofNanos(JsonTree.number(each, "took_ns"))));
  }

  /// @param requestHash kept with it, to tell an entry in the wrong place
  public static String write(String requestHash, PaidReply paid) {
    ObjectNode json = NODES.objectNode().put("request_hash", requestHash);
    json.put("at", paid.at().toString());
    paid.servedBy().ifPresent(model -> json.put("served_by", model));
    paid.usage().ifPresent(usage -> json.set("usage", node(usage)));
    return JsonTree.write(json.set("reply", ReplyJson.node(paid.reply())));
  }

  /// @throws IllegalArgumentException also when it is the reply to another request
  public static PaidReply paidReply(String requestHash, String text) {
    JsonNode json = JsonTree.read(text);
    if (!JsonTree.string(json, "request_hash").equals(requestHash)) {
      throw new IllegalArgumentException("This is the reply to another request.");
    }
    return new PaidReply(
        ReplyJson.reply(json.path("reply")),
        JsonTree.optional(json, "usage", ModelJson::usage),
        JsonTree.optional(json, "served_by", JsonNode::textValue),
        instant(JsonTree.string(json, "at")));
  }

  public static String writeTexts(List<String> texts) {
    ArrayNode json = NODES.arrayNode();
    texts.forEach(json::add);
    return JsonTree.write(json);
  }

  public static List<String> texts(String text) {
    return JsonTree.list(JsonTree.read(text), JsonNode::textValue);
  }

  private static ObjectNode node(Usage usage) {
    return NODES
        .objectNode()
        .put("input", usage.input())
        .put("cache_write_5m", usage.cacheWrite5m())
        .put("cache_write_1h", usage.cacheWrite1h())
        .put("cache_read", usage.cacheRead())
        .put("output", usage.output());
  }

  private static Usage usage(JsonNode json) {
    return new Usage(
        JsonTree.number(json, "input"),
        JsonTree.number(json, "cache_write_5m"),
        JsonTree.number(json, "cache_write_1h"),
        JsonTree.number(json, "cache_read"),
        JsonTree.number(json, "output"));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("A time is not written so.", e);
    }
  }
}
