package dev.spendlight.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.reply.DraftReading.Breach;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads the draft in the text of a reply.
///
/// The caller has looked at why the model stopped and joined its blocks of text. Making one
/// compiles the schema; threads may share it. Limits are those of [JsonReader].
public final class ReplyReader {
  private static final String HEALTH = "overall_health";

  private final DraftSchema schema = new DraftSchema();

  public DraftReading read(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Rejected rejected ->
          new DraftReading.Rejected(
              List.of(
                  new Breach(
                      "reply", rejected.reason() + " Character " + rejected.offset() + ".")));
      case JsonReading.Read read -> draft(read);
    };
  }

  private DraftReading draft(JsonReading.Read read) {
    Set<Repair> repairs = EnumSet.noneOf(Repair.class);
    repairs.addAll(read.repairs());
    JsonNode root = new Wrappers(schema, repairs).takenOff(read.value());
    if (root instanceof ObjectNode object) {
      health(object.path(HEALTH))
          .ifPresent(health -> {
            object.put(HEALTH, health.key());
            repairs.add(Repair.LETTER_CASE);
          });
    }
    List<Breach> breaches = schema.breaches(root);
    return breaches.isEmpty()
        ? new DraftReading.Read(draft(root), repairs)
        : new DraftReading.Rejected(breaches);
  }

  /// Which health is meant by a text that only differs from its key in case, or has blanks or
  /// hyphens for underscores; empty when it is the key itself.
  private static Optional<OverallHealth> health(JsonNode written) {
    String plain =
        written.asText().strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return Stream.of(OverallHealth.values())
        .filter(each -> written.isTextual() && each.key().equals(plain))
        .filter(each -> !each.key().equals(written.asText()))
        .findFirst();
  }

  private static AnalysisDraft draft(JsonNode root) {
    return new AnalysisDraft(
        OverallHealth.valueOf(root.path(HEALTH).asText().toUpperCase(Locale.ROOT)),
        texts(root.path("key_insights")),
        elements(root.path("top_opportunities")).map(ReplyReader::opportunity).toList(),
        texts(root.path("summary")));
  }

  private static DraftOpportunity opportunity(JsonNode written) {
    return new DraftOpportunity(
        written.path("finding").asText(),
        written.path("issue").asText(),
        written.path("recommendation").asText(),
        written.path("estimated_impact").asText());
  }

  private static List<String> texts(JsonNode list) {
    return elements(list).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
