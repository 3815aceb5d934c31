package dev.spendlight.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.ModelReply;
import java.time.Duration;
import java.util.List;

/// Replies of every kind as JSON.
final class ReplyJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ReplyJson() {}

  static ObjectNode node(ModelReply reply) {
    ObjectNode json = NODES.objectNode().put("kind", reply.key());
    switch (reply) {
      case ModelReply.Complete complete -> json.set("content", node(complete.content()));
      case ModelReply.Truncated truncated ->
          json.put("stop_reason", truncated.stopReason()).set("content", node(truncated.content()));
      case ModelReply.Interrupted interrupted -> json.put("stop_reason", interrupted.stopReason());
      case ModelReply.Busy busy ->
          busy.retryAfter().ifPresent(wait -> json.put("retry_after_ns", wait.toNanos()));
      case ModelReply.Unavailable unavailable -> json.put("reason", unavailable.reason());
      case ModelReply.Misconfigured misconfigured -> json.put("reason", misconfigured.reason());
      case ModelReply.Garbled garbled -> json.put("reason", garbled.reason());
      case ModelReply.Refused _,
          ModelReply.Late _,
          ModelReply.TooDear _,
          ModelReply.Cancelled _ -> {}
    }
    return json;
  }

  static ModelReply reply(JsonNode json) {
    String kind = JsonTree.string(json, "kind");
    return switch (kind) {
      case "complete" -> new ModelReply.Complete(content(json));
      case "truncated" ->
          new ModelReply.Truncated(content(json), JsonTree.string(json, "stop_reason"));
      case "refused" -> new ModelReply.Refused();
      case "interrupted" -> new ModelReply.Interrupted(JsonTree.string(json, "stop_reason"));
      case "busy" ->
          new ModelReply.Busy(
              JsonTree.optional(
                  json, "retry_after_ns", wait -> Duration.ofNanos(wait.longValue())));
      case "unavailable" -> new ModelReply.Unavailable(JsonTree.string(json, "reason"));
      case "late" -> new ModelReply.Late();
      case "too_dear" -> new ModelReply.TooDear();
      case "misconfigured" -> new ModelReply.Misconfigured(JsonTree.string(json, "reason"));
      case "garbled" -> new ModelReply.Garbled(JsonTree.string(json, "reason"));
      case "cancelled" -> new ModelReply.Cancelled();
      default -> throw new IllegalArgumentException("There is no such kind of reply.");
    };
  }

  private static ArrayNode node(List<ContentBlock> content) {
    ArrayNode json = NODES.arrayNode();
    content.forEach(block -> {
      switch (block) {
        case ContentBlock.Text(String text) -> json.addObject().put("text", text);
        case ContentBlock.Thinking _ -> json.addObject().put("thinking", true);
        case ContentBlock.Other(String type) -> json.addObject().put("other", type);
      }
    });
    return json;
  }

  private static List<ContentBlock> content(JsonNode json) {
    return JsonTree.list(
        json.path("content"),
        block -> {
          if (block.has("thinking")) {
            return new ContentBlock.Thinking();
          }
          return block.has("other")
              ? new ContentBlock.Other(JsonTree.string(block, "other"))
              : new ContentBlock.Text(JsonTree.string(block, "text"));
        });
  }
}
