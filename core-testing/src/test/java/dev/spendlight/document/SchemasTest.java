package dev.spendlight.document;

import static dev.spendlight.document.DocumentKind.ACCOUNT;
import static dev.spendlight.document.DocumentKind.ACCOUNTS;
import static dev.spendlight.document.DocumentKind.ANALYSIS;
import static dev.spendlight.document.DocumentKind.COSTS;
import static dev.spendlight.document.DocumentKind.EXPLAIN;
import static dev.spendlight.document.DocumentKind.FINDINGS;
import static dev.spendlight.document.DocumentKind.IMPORT;
import static dev.spendlight.document.DocumentKind.REPLAY;
import static dev.spendlight.document.DocumentKind.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.driver.Decomposition;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Direction;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.log.Round;
import dev.spendlight.log.Verdict;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Unit;
import dev.spendlight.model.ModelReply;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ReportKind;
import dev.spendlight.service.Breakdown;
import dev.spendlight.service.Replay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The published schemas, held against what the code writes.
class SchemasTest {
  private static final Schemas SCHEMAS = new Schemas();

  @ParameterizedTest
  @EnumSource
  void whatTheCodeWritesKeepsToTheSchema(DocumentKind kind) {
    assertThat(RealDocuments.of(kind))
        .isNotEmpty()
        .allSatisfy(
            document -> assertThat(SCHEMAS.breaches(kind, document)).as(document).isEmpty());
  }

  @Test
  void theRealFindingsAreOfSeveralKinds() {
    assertThat(RealDocuments.findings(RealDocuments.troubled()))
        .contains("\"zero_conversion\"", "\"bleeding\"", "\"data_missing\"");
    assertThat(RealDocuments.findings(RealDocuments.wasteful())).contains("\"wasted_search_term\"");
    assertThat(DocumentTree.of(RealDocuments.findings(RealDocuments.quiet())).get("findings"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaKeepsToTheStandardItNames(DocumentKind kind) {
    String standard = "https://json-schema.org/draft/2020-12/schema";
    assertThat(DocumentTree.of(Schemas.text(kind)).get("$schema").textValue()).isEqualTo(standard);
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(standard))
                .validate(Schemas.text(kind), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsRequiredAndNoOtherIsAllowed(DocumentKind kind) {
    String document = RealDocuments.of(kind).getFirst();
    assertThat(SCHEMAS.breaches(kind, DocumentTree.changed(document, it -> it.put("more", 1))))
        .isNotEmpty();
    List<String> optional = kind == ANALYSIS ? List.of("degraded_because", "audit") : List.of();
    for (String field : DocumentTree.fields(DocumentTree.of(document))) {
      assertThat(
              SCHEMAS
                  .breaches(kind, DocumentTree.changed(document, it -> it.remove(field)))
                  .isEmpty())
          .as("%s may lack %s", kind, field)
          .isEqualTo(optional.contains(field));
    }
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach(SUMMARY, "a day that is no date", it -> it.put("as_of", "2026-02-30")),
        breach(SUMMARY, "a currency by its sign", it -> it.put("currency", "$")),
        breach(SUMMARY, "money as text", it -> at(it, "totals").put("spend", "9.00")),
        breach(SUMMARY, "a count with a fraction", it -> at(it, "totals").put("clicks", 1.5)),
        breach(SUMMARY, "a metric left out", it -> at(it, "totals").remove("acos")),
        breach(SUMMARY, "a metric nobody knows", it -> at(it, "totals").put("tacos", 1)),
        breach(SUMMARY, "an id as a number", it -> first(it, "campaigns").put("campaign_id", 1)),
        breach(SUMMARY, "a window without days", it -> at(it, "window").put("days", 0)),
        breach(SUMMARY, "an unknown report", it -> it.put("report", "brand")),
        breach(SUMMARY, "more than 50 campaigns", it -> repeat(it, "campaigns", 51)),
        breach(SUMMARY, "an empty caveat", it -> it.withArray("caveats").add("")),
        breach(
            FINDINGS,
            "a kind nobody knows",
            it -> finding(it, "zero_conversion").put("kind", "odd")),
        breach(
            FINDINGS,
            "a type of entity nobody knows",
            it -> at(finding(it, "zero_conversion"), "entity").put("type", "ad")),
        breach(
            FINDINGS,
            "an impact of nothing",
            it -> at(finding(it, "zero_conversion"), "impact").put("amount", 0)),
        breach(
            FINDINGS,
            "an impact per month",
            it -> at(finding(it, "zero_conversion"), "impact").put("per", "month")),
        breach(FINDINGS, "no impact", it -> finding(it, "zero_conversion").putNull("impact")),
        breach(FINDINGS, "no action", it -> finding(it, "zero_conversion").putNull("action")),
        breach(
            FINDINGS,
            "an action nobody knows",
            it -> at(finding(it, "zero_conversion"), "action").put("type", "hope")),
        breach(FINDINGS, "context with an action", SchemasTest::giveContextAnAction),
        breach(
            FINDINGS,
            "context told twice",
            it -> ((ArrayNode) it.get("findings")).add(finding(it, "data_missing").deepCopy())),
        breach(
            FINDINGS,
            "a target named twice",
            it -> finding(it, "zero_conversion").withArray("target_ids").add("200").add("200")),
        breach(
            FINDINGS,
            "a chance above 1",
            it -> at(finding(it, "zero_conversion"), "evidence").put("p_value", 1.1)),
        breach(
            FINDINGS,
            "evidence without what was expected",
            it -> at(finding(it, "zero_conversion"), "evidence").remove("expected")),
        breach(
            FINDINGS,
            "confidence above 1",
            it -> finding(it, "zero_conversion").put("confidence", 1.01)),
        breach(
            FINDINGS,
            "an onset in words",
            it -> finding(it, "zero_conversion").put("onset", "March")),
        breach(
            FINDINGS,
            "a fact without a unit",
            it -> first(finding(it, "zero_conversion"), "facts").remove("unit")),
        breach(
            FINDINGS,
            "a fact id nobody counts",
            it -> first(finding(it, "zero_conversion"), "facts").put("id", "x1")),
        breach(EXPLAIN, "a metric that has no parts", it -> it.put("metric", "units")),
        breach(EXPLAIN, "a level nobody knows", it -> it.put("level", "portfolio")),
        breach(
            EXPLAIN,
            "a part without a contribution",
            it -> first(it, "parts").remove("contribution")),
        breach(EXPLAIN, "a class nobody knows", it -> first(it, "parts").put("class", "odd")),
        breach(EXPLAIN, "a period without days", it -> at(it, "from").put("days", 0)),
        breach(EXPLAIN, "more parts than are told one by one", it -> repeat(it, "parts", 1002)),
        breach(
            ANALYSIS,
            "a fourth insight",
            it -> at(it, "analysis").putArray("key_insights").add("a").add("b").add("c").add("d")),
        breach(
            ANALYSIS,
            "an insight of 80 characters",
            it -> at(it, "analysis").putArray("key_insights").add("x".repeat(80))),
        breach(
            ANALYSIS,
            "a fourth opportunity",
            it -> repeat(at(it, "analysis"), "top_opportunities", 4)),
        breach(
            ANALYSIS,
            "an opportunity without its impact",
            it -> first(at(it, "analysis"), "top_opportunities").remove("estimated_impact")),
        breach(
            ANALYSIS,
            "a health nobody knows",
            it -> at(it, "analysis").put("overall_health", "fine")),
        breach(ANALYSIS, "no summary", it -> at(it, "analysis").put("summary", "")),
        breach(ANALYSIS, "degraded for no reason", it -> it.putArray("degraded_because")),
        breach(
            ANALYSIS,
            "degraded for a reason nobody knows",
            it -> it.putArray("degraded_because").add("tired")),
        breach(
            ANALYSIS, "a time without a zone", it -> it.put("generated_at", "2026-04-01T06:00:00")),
        breach(ANALYSIS, "a source nobody knows", it -> it.put("source", "claude")),
        breach(
            ANALYSIS,
            "an audit that costs less than nothing",
            it -> at(it, "audit").put("cost_usd", -1)),
        breach(IMPORT, "an unknown status", it -> first(it, "files").put("status", "ok")),
        breach(IMPORT, "an imported file of no report", it -> first(it, "files").putNull("report")),
        breach(
            IMPORT,
            "rows of a refused file",
            it -> ((ObjectNode) it.get("files").get(3)).put("rows_imported", 1)),
        breach(
            IMPORT,
            "a refusal without a reason",
            it -> ((ObjectNode) it.get("files").get(3)).putNull("error")),
        breach(
            IMPORT, "an error of an imported file", it -> first(it, "files").put("error", "none")),
        breach(
            IMPORT,
            "a repetition of nothing",
            it -> ((ObjectNode) it.get("files").get(2)).putNull("same_as")),
        breach(
            IMPORT,
            "no rows skipped for a reason",
            it -> first(first(it, "files"), "skipped").put("count", 0)),
        breach(
            IMPORT,
            "a thing that vanished without spend",
            it -> first(it, "vanished").put("spend", 0)),
        breach(ACCOUNT, "a margin of all", it -> it.put("margin", 1)),
        breach(ACCOUNT, "a target of nothing", it -> it.put("target_acos", 0)),
        breach(ACCOUNT, "a type nobody knows", it -> it.put("type", "agency")),
        breach(
            ACCOUNT,
            "a delivery of an unknown grain",
            it -> first(it, "deliveries").put("grain", "hourly")),
        breach(ACCOUNTS, "an account without an id", it -> it.withArray("accounts").addObject()),
        breach(COSTS, "a line of no day", it -> first(it, "lines").remove("day")),
        breach(
            COSTS,
            "a cost below nothing",
            it -> ((ObjectNode) it.get("totals")).put("cost_usd", -1)),
        breach(
            COSTS,
            "a worst case that nobody tells",
            it -> first(it, "lines").remove("unbilled_at_most_usd")),
        breach(REPLAY, "a change nobody knows", it -> first(it, "replays").put("change", "odd")),
        breach(REPLAY, "a basis nobody knows", it -> first(it, "replays").put("basis", "odd")),
        breach(
            REPLAY,
            "an outcome nobody knows",
            it -> at(first(it, "replays"), "now").put("outcome", "odd")),
        breach(REPLAY, "an id of another form", it -> first(it, "replays").put("id", "7")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("breaches")
  void aBreachIsFound(DocumentKind kind, String what, Consumer<ObjectNode> change) {
    String document = RealDocuments.of(kind).getFirst();
    assertThat(SCHEMAS.breaches(kind, document)).isEmpty();
    assertThat(SCHEMAS.breaches(kind, DocumentTree.changed(document, change)))
        .as(what)
        .isNotEmpty();
  }

  static Stream<Arguments> breachesOfKinds() {
    return Stream.of(
        kindBreach("bid_too_high", "a bid of nothing", it -> at(it, "action").put("to", 0)),
        kindBreach("bid_too_high", "no bid to set", it -> at(it, "action").remove("to")),
        kindBreach("bleeding", "no change of bids", it -> at(it, "action").remove("change")),
        kindBreach("bleeding", "bids below nothing", it -> at(it, "action").put("change", -1)),
        kindBreach(
            "conversion_collapse", "nothing to look at", it -> at(it, "action").remove("what")),
        kindBreach(
            "tracking_broken",
            "something nobody can look at",
            it -> at(it, "action").put("what", "stars")),
        kindBreach(
            "budget_exhausted",
            "the budget of a keyword",
            it -> at(at(it, "action"), "on").put("type", "keyword")),
        kindBreach(
            "wasted_search_term",
            "a negative without its term",
            it -> at(it, "action").remove("search_term")),
        kindBreach(
            "conversion_collapse",
            "a part without its factor",
            it -> first(it, "drivers").remove("factor")),
        kindBreach(
            "conversion_collapse",
            "a part that was seen",
            it -> first(it, "drivers").put("seen", "2026-03-09")),
        kindBreach(
            "conversion_collapse",
            "a driver nobody knows",
            it -> first(it, "drivers").put("type", "luck")));
  }

  private static Arguments kindBreach(String kind, String what, Consumer<ObjectNode> change) {
    return Arguments.of(kind, what, change);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("breachesOfKinds")
  void aBreachOfAKindIsFound(String kind, String what, Consumer<ObjectNode> change) {
    String document = RealDocuments.everyKind();
    assertThat(SCHEMAS.breaches(FINDINGS, document)).isEmpty();
    assertThat(
            SCHEMAS.breaches(
                FINDINGS, DocumentTree.changed(document, it -> change.accept(finding(it, kind)))))
        .as(what)
        .isNotEmpty();
  }

  @Test
  void aFindingOfEveryKindIsHeldAgainstItsSchema() {
    assertThat(DocumentTree.of(RealDocuments.everyKind()).get("findings"))
        .extracting(each -> each.get("kind").textValue())
        .contains(keys(FindingKind.values()));
  }

  @Test
  void aBreachIsALineThatSaysWhereAndWhat() {
    String document =
        DocumentTree.changed(
            RealDocuments.of(SUMMARY).getFirst(), it -> at(it, "totals").put("spend", "9"));
    assertThat(SCHEMAS.breaches(SUMMARY, document))
        .singleElement()
        .asString()
        .startsWith("/totals/spend: ")
        .contains("number")
        .doesNotContain("\n");
  }

  @Test
  void anInsightIsCountedAsAPersonCounts() {
    String document = RealDocuments.of(ANALYSIS).getFirst();
    String counted =
        DocumentTree.changed(
            document, it -> at(it, "analysis").putArray("key_insights").add("😀".repeat(79)));
    assertThat(SCHEMAS.breaches(ANALYSIS, counted)).isEmpty();
  }

  @Test
  void listsOfWordsInSchemasAreThoseOfTheCode() {
    assertThat(words(FINDINGS, "finding_kind")).containsExactly(keys(FindingKind.values()));
    assertThat(words(FINDINGS, "metric")).containsExactly(keys(Metric.values()));
    assertThat(words(SUMMARY, "report")).containsExactly(keys(ReportKind.values()));
    assertThat(words(SUMMARY, "grain")).containsExactly(keys(Grain.values()));
    assertThat(words(FINDINGS, "finding", "direction")).containsExactly(keys(Direction.values()));
    assertThat(words(FINDINGS, "fact", "unit")).containsExactly(keys(Unit.values()));
    assertThat(words(FINDINGS, "fact", "kind")).containsExactly(keys(Figure.Nature.values()));
    JsonNode explain = DocumentTree.of(Schemas.text(EXPLAIN)).get("properties");
    assertThat(words(explain.get("metric")))
        .containsExactly(Decomposition.METRICS.stream().map(Metric::key).toArray(String[]::new));
    assertThat(words(explain.get("level"))).containsExactly(keys(Breakdown.values()));
    assertThat(words(ANALYSIS, "analysis", "overall_health"))
        .containsExactly(keys(OverallHealth.values()));
    JsonNode analysis = DocumentTree.of(Schemas.text(ANALYSIS)).get("properties");
    assertThat(words(analysis.get("source"))).containsExactly(keys(AnalysisResult.Source.values()));
    assertThat(words(analysis.get("freshness")))
        .containsExactly(keys(AnalysisResult.Freshness.values()));
    assertThat(words(analysis.get("degraded_because").get("items")))
        .containsExactly(keys(AnalysisResult.Degradation.values()));
    assertThat(words(REPLAY, "replay", "change")).containsExactly(keys(Replay.Change.values()));
    assertThat(words(REPLAY, "replay", "basis")).containsExactly(keys(Replay.Basis.values()));
    assertThat(words(REPLAY, "replay", "verdict")).containsExactly(keys(Verdict.values()));
    assertThat(words(REPLAY, "replay", "round")).containsExactly(keys(Round.values()));
    assertThat(words(REPLAY, "reply_outcome", "outcome"))
        .containsExactlyInAnyOrder(keys(Replay.Outcome.class));
    assertThat(words(REPLAY, "replay", "reply")).containsExactlyInAnyOrder(keys(ModelReply.class));
    assertThat(words(FINDINGS, "action", "type")).containsExactlyInAnyOrder(keys(Action.class));
  }

  @Test
  void whatSeveralSchemasDefineReadsTheSameInEachAndIsUsed() {
    Map<String, JsonNode> definitions = new HashMap<>();
    for (DocumentKind kind : DocumentKind.values()) {
      String text = Schemas.text(kind);
      DocumentTree.of(text)
          .path("$defs")
          .properties()
          .forEach(each -> {
            assertThat(definitions.getOrDefault(each.getKey(), each.getValue()))
                .as("%s in %s", each.getKey(), kind)
                .isEqualTo(each.getValue());
            definitions.put(each.getKey(), each.getValue());
            assertThat(text).contains("\"#/$defs/" + each.getKey() + "\"");
          });
    }
    assertThat(definitions).containsKeys("entity", "fact", "period");
  }

  private static Arguments breach(DocumentKind kind, String what, Consumer<ObjectNode> change) {
    return Arguments.of(kind, what, change);
  }

  private static void giveContextAnAction(ObjectNode document) {
    finding(document, "data_missing")
        .set("action", finding(document, "zero_conversion").get("action").deepCopy());
  }

  private static ObjectNode at(ObjectNode object, String field) {
    return (ObjectNode) object.get(field);
  }

  private static ObjectNode first(ObjectNode object, String field) {
    return (ObjectNode) object.get(field).get(0);
  }

  private static ObjectNode finding(ObjectNode document, String kind) {
    return StreamSupport.stream(document.get("findings").spliterator(), false)
        .filter(each -> each.get("kind").textValue().equals(kind))
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static void repeat(ObjectNode object, String field, int times) {
    ArrayNode array = (ArrayNode) object.get(field);
    while (array.size() < times) {
      array.add(array.get(0).deepCopy());
    }
  }

  /// Of a sealed type: the names of its cases.
  private static String[] keys(Class<?> cases) {
    return Arrays.stream(cases.getPermittedSubclasses())
        .map(each ->
            each.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  private static String[] keys(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  private static List<String> words(DocumentKind kind, String definition) {
    return words(DocumentTree.of(Schemas.text(kind)).get("$defs").get(definition));
  }

  private static List<String> words(DocumentKind kind, String definition, String field) {
    return words(
        DocumentTree.of(Schemas.text(kind))
            .get("$defs")
            .get(definition)
            .get("properties")
            .get(field));
  }

  private static List<String> words(JsonNode schema) {
    return StreamSupport.stream(schema.get("enum").spliterator(), false)
        .map(JsonNode::textValue)
        .toList();
  }
}
