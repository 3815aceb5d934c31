package dev.spendlight.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Public corpora of JSON, broken JSON and cut JSON. Each test prints its counts by outcome.
class CorporaTest {

  private static boolean isRead(JsonReading reading) {
    return reading instanceof JsonReading.Read;
  }

  private static void count(Map<String, Integer> counts, String outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  /// Duplicate keys are valid JSON for the suite; here they are refused, since one of the two
  /// values would be lost.
  @Test
  void theStrictSideDecidesAsTheSuiteDoesButForDuplicateKeys() {
    Map<String, Integer> counts = new TreeMap<>();
    List<String> refused = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    for (CorpusCase each : CorpusCase.all("jsontestsuite")) {
      boolean read = each.decoded().map(JsonReader::strict).filter(CorporaTest::isRead).isPresent();
      count(counts, each.text("verdict") + (read ? " read" : " rejected"));
      if (!read && each.text("verdict").equals("must_accept")) {
        refused.add(each.text("name"));
      }
      if (read && each.text("verdict").equals("must_reject")) {
        accepted.add(each.text("name"));
      }
    }
    System.out.println("JSONTestSuite, strict: " + counts);
    assertThat(accepted).isEmpty();
    assertThat(refused)
        .containsExactlyInAnyOrder(
            "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");
  }

  /// What the suite wants rejected is read only where a listed repair yields the value meant.
  @Test
  void whatTheSuiteRejectsIsReadOnlyByRepairsThatKeepTheValue() {
    Map<String, String> meant =
        Map.ofEntries(
            Map.entry("n_array_extra_comma.json", "[\"\"]"),
            Map.entry("n_array_number_and_comma.json", "[1]"),
            Map.entry("n_object_key_with_single_quotes.json", "{\"key\":\"value\"}"),
            Map.entry("n_object_single_quote.json", "{\"a\":0}"),
            Map.entry("n_object_trailing_comma.json", "{\"id\":0}"),
            Map.entry("n_object_trailing_comment.json", "{\"a\":\"b\"}"),
            Map.entry("n_object_trailing_comment_open.json", "{\"a\":\"b\"}"),
            Map.entry("n_object_trailing_comment_slash_open.json", "{\"a\":\"b\"}"),
            Map.entry("n_object_unquoted_key.json", "{\"a\":\"b\"}"),
            Map.entry("n_string_single_quote.json", "[\"single quote\"]"),
            Map.entry("n_string_unescaped_newline.json", "[\"new\\nline\"]"),
            Map.entry("n_string_unescaped_tab.json", "[\"\\t\"]"),
            Map.entry("n_structure_capitalized_True.json", "[true]"),
            Map.entry("n_structure_object_with_comment.json", "{\"a\":\"b\"}"),
            Map.entry("n_structure_whitespace_formfeed.json", "[]"));
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, JsonNode> read = new TreeMap<>();
    for (CorpusCase each : CorpusCase.all("jsontestsuite")) {
      if (each.text("verdict").equals("must_reject")) {
        each.decoded()
            .map(JsonReader::read)
            .filter(JsonReading.Read.class::isInstance)
            .map(JsonReading.Read.class::cast)
            .ifPresent(reading -> read.put(each.text("name"), reading.value()));
        count(counts, read.containsKey(each.text("name")) ? "repaired" : "rejected");
      }
    }
    System.out.println("JSONTestSuite, must_reject, with repairs: " + counts);
    assertThat(read.keySet()).isEqualTo(meant.keySet());
    read.forEach(
        (name, value) -> assertThat(value).as(name).isEqualTo(CorpusCase.parse(meant.get(name))));
  }

  @Test
  void brokenJsonIsReadAsExpectedOrRejected() {
    Map<String, Integer> counts = new TreeMap<>();
    for (CorpusCase each : CorpusCase.all("jsonrepair")) {
      boolean valid = each.line().path("valid_input").asBoolean();
      switch (JsonReader.read(each.text("input"))) {
        case JsonReading.Read read -> {
          assertThat(each.has("expected_text")).as(each.text("input")).isTrue();
          assertThat(read.value())
              .as(each.text("input"))
              .isEqualTo(CorpusCase.parse(each.text("expected_text")));
          count(counts, valid ? "valid, equal" : "broken, equal");
        }
        case JsonReading.Rejected _ -> {
          assertThat(valid).as(each.text("input")).isFalse();
          count(counts, each.has("expected_text") ? "broken, rejected" : "hopeless, rejected");
        }
      }
    }
    System.out.println("jsonrepair: " + counts + ", wrong value: 0");
    assertThat(counts.get("broken, equal")).isGreaterThanOrEqualTo(71);
  }

  /// Each case but the last, which is whole, is a prefix of the same document.
  @Test
  void whatWasCutIsRejected() {
    List<CorpusCase> cases = CorpusCase.all("truncations-differential");
    String whole = cases.getLast().text("input");
    Map<String, Integer> counts = new TreeMap<>();
    for (CorpusCase each : cases) {
      boolean read = isRead(JsonReader.read(each.text("input")));
      count(counts, read ? "read" : "rejected");
      assertThat(whole).startsWith(each.text("input"));
      assertThat(read).as(each.text("input")).isEqualTo(each.text("input").equals(whole));
    }
    System.out.println("truncations: " + counts + ", wrong value: 0");
    assertThat(JsonReader.strict(whole))
        .isInstanceOfSatisfying(
            JsonReading.Read.class,
            read -> assertThat(read.value()).isEqualTo(CorpusCase.parse(whole)));
  }
}
