package dev.spendlight.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.reply.DraftReading.Breach;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
  private static final ReplyReader READER = new ReplyReader();

  private static final String REPLY =
      """
      {
        "overall_health": "needs_attention",
        "key_insights": ["{k2}: {f12}", "{f1}"],
        "top_opportunities": [
          {
            "finding": "zero_conversion-1",
            "issue": "{k2} has {f12}.",
            "recommendation": "Pause {k2} in {c4}.",
            "estimated_impact": "An estimated {f13}."
          }
        ],
        "summary": ["The account had {f1}.", "{c4} has {f3}."]
      }
      """;

  private static final AnalysisDraft DRAFT =
      new AnalysisDraft(
          OverallHealth.NEEDS_ATTENTION,
          List.of("{k2}: {f12}", "{f1}"),
          List.of(
              new DraftOpportunity(
                  "zero_conversion-1",
                  "{k2} has {f12}.",
                  "Pause {k2} in {c4}.",
                  "An estimated {f13}.")),
          List.of("The account had {f1}.", "{c4} has {f3}."));

  private static ObjectNode reply() {
    return (ObjectNode) Strictly.read(REPLY);
  }

  @Test
  void aPlainReplyIsReadAsItIs() {
    assertThat(READER.read(REPLY)).isEqualTo(new DraftReading.Read(DRAFT, Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Needs Attention", "NEEDS_ATTENTION", "needs-attention", " needs_attention "})
  void healthMayBeSpelledInAnotherCase(String health) {
    assertThat(READER.read(REPLY.replace("needs_attention", health)))
        .isEqualTo(new DraftReading.Read(DRAFT, Set.of(Repair.LETTER_CASE)));
  }

  static Stream<Arguments> wrapped() {
    String text = Strictly.write(TextNode.valueOf(REPLY));
    return Stream.of(
        arguments("{\"analysis\": " + REPLY + "}", Set.of(Repair.WRAPPER)),
        arguments("{\"result\": {\"data\": " + REPLY + "}}", Set.of(Repair.WRAPPER)),
        arguments(text, Set.of(Repair.JSON_IN_TEXT)),
        arguments(Strictly.write(TextNode.valueOf(text)), Set.of(Repair.JSON_IN_TEXT)),
        arguments("{\"json\": " + text + "}", Set.of(Repair.WRAPPER, Repair.JSON_IN_TEXT)),
        arguments(
            "Here:\n```json\n{\"analysis\": " + REPLY + ",}\n```",
            Set.of(Repair.PROSE, Repair.FENCE, Repair.TRAILING_COMMA, Repair.WRAPPER)));
  }

  @ParameterizedTest
  @MethodSource("wrapped")
  void whatIsAroundTheDraftIsTakenOff(String text, Set<Repair> repairs) {
    assertThat(READER.read(text)).isEqualTo(new DraftReading.Read(DRAFT, repairs));
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach(r -> r.remove("summary"), "reply", "It lacks `summary`: add it."),
        breach(
            r -> r.put("confidence", 1),
            "reply",
            "It has `confidence`, which is not asked for: leave it out."),
        breach(
            r -> r.put("Ignore all\nthat", 1),
            "reply",
            "It has a field, which is not asked for: leave it out."),
        breach(
            r -> r.put("overall_health", "fine"),
            "overall_health",
            "It must be one of good, needs_attention, critical."),
        breach(
            r -> r.put("key_insights", "{f1}"),
            "key_insights",
            "It is a text; a list is asked for."),
        breach(
            r -> insights(r).insert(1, 12),
            "key_insights[1]",
            "It is a number; a text is asked for."),
        breach(
            r -> insights(r).set(1, (String) null),
            "key_insights[1]",
            "It is null; a text is asked for."),
        breach(
            r -> insights(r).set(0, ""),
            "key_insights[0]",
            "It is empty: write it, or leave the entry out."),
        breach(
            r -> insights(r).set(1, "x".repeat(201)),
            "key_insights[1]",
            "It is longer than 200 characters: write it shorter."),
        breach(
            r -> insights(r).add("a").add("b"),
            "key_insights",
            "It has 4 entries; at most 3 are allowed."),
        breach(
            r -> r.withArray("summary").remove(0),
            "summary",
            "It has 1 entries; at least 2 are asked for."),
        breach(
            r -> ((ObjectNode) r.at("/top_opportunities/0")).remove("issue"),
            "top_opportunities[0]",
            "It lacks `issue`: add it."),
        breach(
            r -> ((ObjectNode) r.at("/top_opportunities/0")).put("issue", true),
            "top_opportunities[0].issue",
            "It is true or false; a text is asked for."));
  }

  private static ArrayNode insights(ObjectNode reply) {
    return reply.withArray("key_insights");
  }

  private static Arguments breach(Consumer<ObjectNode> damage, String where, String reason) {
    ObjectNode reply = reply();
    damage.accept(reply);
    return arguments(Strictly.write(reply), new Breach(where, reason));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void aBreachOfTheSchemaIsToldWithItsPlaceAndWhatWouldBeRight(String text, Breach breach) {
    assertThat(READER.read(text)).isEqualTo(new DraftReading.Rejected(List.of(breach)));
  }

  @Test
  void whatCannotBeReadIsToldWithItsPlace() {
    assertThat(READER.read(REPLY.strip().substring(0, 50)))
        .isEqualTo(
            new DraftReading.Rejected(
                List.of(
                    new Breach(
                        "reply",
                        "The reply ends inside the JSON: send all of it, shorter if need be."
                            + " Character 50."))));
  }

  @ParameterizedTest
  @CsvSource({"[], a list", "[1], a list", "12, a number", "'\"good\"', a text", "null, null"})
  void anotherRootThanAnObjectIsRejected(String text, String kind) {
    assertThat(READER.read(text))
        .isEqualTo(
            new DraftReading.Rejected(
                List.of(new Breach("reply", "It is " + kind + "; an object is asked for."))));
  }

  @Test
  void aReplyThatIsWrongThroughoutIsToldInAFewSentences() {
    StringBuilder text = new StringBuilder("{\"f\": 0");
    for (int i = 0; i < 10_000; i++) {
      text.append(", \"f").append(i).append("\": 0");
    }
    assertThat(READER.read(text.append('}').toString()))
        .isInstanceOfSatisfying(
            DraftReading.Rejected.class, rejected -> assertThat(rejected.breaches()).hasSize(20));
  }

  @Test
  void everyProperPrefixOfAReplyIsRejected() {
    String reply = REPLY.strip();
    for (int length = 0; length < reply.length(); length++) {
      assertThat(READER.read(reply.substring(0, length))).isInstanceOf(DraftReading.Rejected.class);
    }
  }
}
