package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.spendlight.simulator.DemoAccount;
import dev.spendlight.simulator.Incident;
import dev.spendlight.simulator.Truth;
import dev.spendlight.testing.claude.Faults;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubClaude;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first look: it has to find what was planted, and nothing that was not.
class DemoCommandTest {
  /// The account is drawn anew for each day; on some the expensive campaign is within chance.
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir private static Path data;
  private static Shell shell = Shell.in(Path.of(""));
  private static Shell.Outcome demo = new Shell.Outcome(List.of(), -1, "", "");
  private static JsonNode findings = NullNode.getInstance();

  @BeforeAll
  static void runTheDemo() {
    shell = at(data);
    demo = shell.run("demo", "--once");
    findings = shell.document("findings", "--account", "spendlight-demo", "--json").get("findings");
  }

  private static Shell at(Path folder) {
    return new Shell(Shell.in(folder).environment(), TODAY);
  }

  private static List<Truth> planted(Class<? extends Incident> incident) {
    return DemoAccount.account(TODAY.minusDays(1)).truths().stream()
        .filter(truth -> incident.isInstance(truth.incident()))
        .toList();
  }

  private static Set<String> found(String kind, String field) {
    Set<String> found = new HashSet<>();
    findings
        .valueStream()
        .filter(finding -> finding.get("kind").asText().equals(kind))
        .forEach(finding -> found.add(finding.at(field).asText()));
    return found;
  }

  @Test
  void itSaysThatTheAccountIsSimulated() {
    assertThat(demo.done().out().lines().findFirst().orElse("")).containsIgnoringCase("simulated");
  }

  @Test
  void onceTellsTheAnswerAlone() {
    assertThat(demo.out()).doesNotContain("spendlight import", "http://");
  }

  @Test
  void everyTargetThatWasMadeNeverToConvertIsFound() {
    List<Truth> truths = planted(Incident.ZeroConversion.class);
    assertThat(truths).isNotEmpty();
    Set<String> ids = new HashSet<>();
    findings
        .valueStream()
        .filter(finding -> finding.get("kind").asText().equals("zero_conversion"))
        .forEach(finding -> finding.get("target_ids").forEach(id -> ids.add(id.asText())));

    assertThat(ids)
        .containsAll(truths.stream().flatMap(truth -> truth.targetIds().stream()).toList());
  }

  @Test
  void everySearchTermThatWasMadeNeverToConvertIsFound() {
    List<String> terms =
        planted(Incident.WastedSearchTerms.class).stream()
            .map(truth -> truth.entity().name())
            .toList();

    assertThat(terms).isNotEmpty();
    assertThat(found("wasted_search_term", "/entity/name")).containsAll(terms);
  }

  @Test
  void theCampaignThatWasMadeTooExpensiveIsFound() {
    List<String> campaigns =
        planted(Incident.ExpensiveCampaign.class).stream()
            .map(truth -> truth.entity().id())
            .toList();
    Set<String> accused = found("bleeding", "/entity/campaign_id");
    accused.addAll(found("bid_too_high", "/entity/campaign_id"));

    assertThat(campaigns).isNotEmpty();
    assertThat(accused).containsAll(campaigns);
  }

  @Test
  void nothingIsAccusedThatIsInOrder() {
    List<Truth> truths = DemoAccount.account(TODAY.minusDays(1)).truths();
    Set<String> planted = new HashSet<>();
    truths.forEach(truth -> planted.add(truth.entity().id()));
    truths.forEach(truth -> planted.addAll(truth.targetIds()));

    assertThat(findings.valueStream().filter(finding -> !finding.get("action").isNull()))
        .isNotEmpty()
        .allSatisfy(finding -> {
          Set<String> accused = new HashSet<>(Set.of(finding.at("/entity/id").asText()));
          finding.get("target_ids").forEach(id -> accused.add(id.asText()));
          accused.retainAll(planted);
          assertThat(accused).as("planted parts of %s", finding.get("entity")).isNotEmpty();
        });
  }

  @Test
  void theAnswerKeepsToItsMeasureAndIsFull() {
    JsonNode analysis =
        shell
            .document("analyse", "--rules", "--account", "spendlight-demo", "--json")
            .get("analysis");

    Measures.assertKept(analysis);
    assertThat(analysis.get("key_insights")).hasSize(3);
    assertThat(analysis.get("top_opportunities")).hasSize(3);
    assertThat(analysis.get("overall_health").asText()).isNotEqualTo("good");
  }

  @Test
  void runAgainItIsTheSameAccountAndOthersStay() {
    shell.run("account", "set", "mine", "--target-acos", "0.2").done();
    String before = shell.run("summary", "--account", "spendlight-demo", "--json").done().out();

    assertThat(shell.run("demo", "--once").done().out()).isEqualTo(demo.out());

    assertThat(shell.run("summary", "--account", "spendlight-demo", "--json").done().out())
        .isEqualTo(before);
    assertThat(shell.run("account", "list").done().out()).contains("mine");
  }

  @Test
  void withAKeyAModelWritesTheAnswer() {
    String words = ModelWords.of(data, "spendlight-demo").right();
    try (StubClaude claude = StubClaude.start().usually(Replies.text(words))) {
      Shell withKey =
          at(data.resolve("with-key"))
              .with("ANTHROPIC_API_KEY", "key-of-a-test")
              .with("SPENDLIGHT_CLAUDE_BASE_URL", claude.baseUrl().toString());
      assertThat(withKey.run("demo", "--once").done().out())
          .contains("Written by a model from")
          .contains(demo.out().lines().limit(12).toList());
      assertThat(claude.count()).isEqualTo(1);
      assertThat(claude.requests().getFirst().model()).isEqualTo("claude-sonnet-5-5");
      assertThat(withKey.document("costs", "--json").get("lines").findValuesAsText("account"))
          .containsExactly("spendlight-demo");

      assertThat(withKey.run("demo", "--once").done().out()).contains("Written by a model from");
      assertThat(claude.count()).as("paid for once").isEqualTo(1);
      assertThat(withKey.run("demo", "--once", "--rules").done().out()).isEqualTo(demo.out());
    }
  }

  @Test
  void aModelThatIsAwayLeavesTheAnswerToTheRules() {
    try (StubClaude claude = StubClaude.start().usually(Faults.status(401))) {
      assertThat(
              at(data.resolve("away"))
                  .with("ANTHROPIC_API_KEY", "key-of-a-test")
                  .with("SPENDLIGHT_CLAUDE_BASE_URL", claude.baseUrl().toString())
                  .run("demo", "--once")
                  .done()
                  .out())
          .contains("Written by rules from")
          .contains("no model could be reached");
    }
  }
}
