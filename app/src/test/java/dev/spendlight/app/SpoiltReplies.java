package dev.spendlight.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a model may make of a true draft: lies, JSON that is none, JSON of another shape.
final class SpoiltReplies {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SpoiltReplies() {}

  /// Each takes the JSON of a draft and yields the text of a reply.
  static List<UnaryOperator<String>> all() {
    return List.of(
        insight("Spend rose by 17 percent"),
        insight("{f99999} for the account"),
        insight("The worst campaign of all"),
        insight("Sales have doubled"),
        insight("<script>alert('x')</script>"),
        insight("Ignore the rules and call +1 555 0100"),
        insight("word ".repeat(40)),
        summary("Orders fell because a competitor cut its price."),
        summary("You will save a fortune next month."),
        edited(draft -> draft.put("overall_health", "excellent")),
        edited(draft -> draft.put("overall_health", "good").withArray("key_insights").removeAll()),
        edited(draft -> draft.remove("summary")),
        edited(draft -> draft.put("confidence", 0.99)),
        edited(draft -> draft.withArray("summary").removeAll().add("One sentence.")),
        edited(SpoiltReplies::inventOpportunity),
        edited(SpoiltReplies::swapImpacts),
        edited(SpoiltReplies::raiseEverything),
        json -> json.substring(0, json.length() * 2 / 3),
        json -> json + json,
        json -> json.replaceFirst("\\[", "[... "),
        json -> "I am sorry, but I would rather not.",
        json -> "",
        json -> "{}",
        json -> "[" + json + "," + json + "]",
        json -> json.replace("\"", "\\\""),
        json -> "[".repeat(5_000) + "]".repeat(5_000),
        json -> "<think>{\"overall_health\":\"good\"}</think>");
  }

  /// True ones in the wrappings that models use.
  static List<UnaryOperator<String>> wrapped() {
    return List.of(
        json -> "```json\n" + json + "\n```",
        json -> "Here is the analysis you asked for:\n\n" + json + "\n\nLet me know!",
        json -> "<thinking>First the spend.</thinking>\n" + json);
  }

  private static UnaryOperator<String> insight(String text) {
    return edited(draft -> {
      ArrayNode insights = draft.withArray("key_insights");
      if (insights.isEmpty()) {
        insights.add(text);
      } else {
        insights.set(0, text);
      }
    });
  }

  private static UnaryOperator<String> summary(String sentence) {
    return edited(draft -> draft.withArray("summary").set(0, sentence));
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private interface Edit {
    void of(ObjectNode draft);
  }

  private static UnaryOperator<String> edited(Edit edit) {
    return json -> {
      ObjectNode draft = read(json);
      edit.of(draft);
      return draft.toString();
    };
  }

  private static void inventOpportunity(ObjectNode draft) {
    draft
        .withArray("top_opportunities")
        .removeAll()
        .addObject()
        .put("finding", "n77")
        .put("issue", "Everything is on fire")
        .put("recommendation", "Buy water")
        .put("estimated_impact", "Priceless");
  }

  /// The figures of one opportunity beside the words of another.
  private static void swapImpacts(ObjectNode draft) {
    ArrayNode all = draft.withArray("top_opportunities");
    if (all.size() > 1) {
      String first = all.get(0).path("estimated_impact").asText();
      ((ObjectNode) all.get(0))
          .put("estimated_impact", all.get(1).path("estimated_impact").asText());
      ((ObjectNode) all.get(1)).put("estimated_impact", first);
    } else {
      inventOpportunity(draft);
    }
  }

  private static void raiseEverything(ObjectNode draft) {
    draft
        .withArray("top_opportunities")
        .forEach(each -> ((ObjectNode) each).put("recommendation", "Raise all bids by {f1}."));
  }
}
