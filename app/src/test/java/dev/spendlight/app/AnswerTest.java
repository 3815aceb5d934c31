package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `findings` and `analyse`: what they say of an account with one campaign that cannot pay for
/// itself.
class AnswerTest {
  @TempDir private Path data;
  @TempDir private Path files;
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void importAnAccountWithOneExpensiveCampaign() {
    shell = Shell.in(data);
    CampaignReport report = new CampaignReport();
    IntStream.rangeClosed(1, 14)
        .mapToObj("2026-03-%02d"::formatted)
        .forEach(day ->
            report
                .row(day, "Sound", 4000, 60, "30.00", 6, "180.00")
                .row(day, "Healthy", 4000, 60, "30.00", 6, "180.00")
                .row(day, "Leaking", 4000, 60, "60.00", 1, "30.00"));
    shell
        .run("import", report.write(files, "a.csv"), "--account", "a", "--snapshot", "2026-03-24")
        .done();
    shell.run("account", "set", "a", "--target-acos", "0.30").done();
  }

  private JsonNode analysed(String... more) {
    return shell.document(
        Stream.concat(
                List.of("analyse", "--rules", "--account", "a", "--json").stream(),
                List.of(more).stream())
            .toArray(String[]::new));
  }

  @Test
  void theFindingNamesTheCampaignAndWhatItCosts() {
    JsonNode document = shell.document("findings", "--account", "a", "--json");

    assertThat(document.fieldNames())
        .toIterable()
        .contains("account", "as_of", "currency", "findings", "ruled_out");
    JsonNode finding = document.at("/findings/0");
    assertThat(finding.fieldNames())
        .toIterable()
        .contains(
            "id",
            "kind",
            "entity",
            "target_ids",
            "direction",
            "window",
            "onset",
            "evidence",
            "impact",
            "confidence",
            "drivers",
            "action",
            "facts");
    assertThat(finding.get("id").isTextual()).isTrue();
    assertThat(finding.get("entity").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "type",
            "id",
            "name",
            "campaign_id",
            "campaign_name",
            "ad_group_id",
            "ad_group_name",
            "targeting",
            "match_type");
    assertThat(finding.at("/entity/type").asText()).isEqualTo("campaign");
    assertThat(finding.at("/entity/name").asText()).isEqualTo("Leaking");
    assertThat(finding.at("/entity/ad_group_id").isNull()).isTrue();
    assertThat(finding.at("/evidence").fieldNames())
        .toIterable()
        .contains("observed", "expected", "p_value");
    assertThat(finding.at("/impact/amount").decimalValue()).isPositive();
    assertThat(finding.at("/impact/per").asText()).isEqualTo("week");
    assertThat(finding.at("/impact/basis").asText()).isNotBlank();
    assertThat(document.get("findings").findValuesAsText("name"))
        .doesNotContain("Sound", "Healthy");
  }

  @Test
  void theAnswerHasTheFieldsOfTheContract() {
    JsonNode result = analysed();

    assertThat(result.fieldNames())
        .toIterable()
        .contains(
            "account",
            "as_of",
            "generated_at",
            "source",
            "freshness",
            "caveats",
            "analysis",
            "opportunity_findings",
            "facts",
            "audit");
    assertThat(result.get("source").asText()).isEqualTo("rules");
    assertThat(result.get("freshness").asText()).isEqualTo("fresh");
    assertThat(result.get("generated_at").asText()).isEqualTo("2026-03-20T08:00:00Z");
    assertThat(result.get("analysis").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "overall_health", "key_insights", "top_opportunities", "summary");
    assertThat(result.at("/analysis/overall_health").asText()).isIn("needs_attention", "critical");
    JsonNode opportunity = result.at("/analysis/top_opportunities/0");
    assertThat(opportunity.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("campaign_id", "issue", "recommendation", "estimated_impact");
    assertThat(opportunity.get("issue").asText()).contains("“Leaking”");
    assertThat(result.get("opportunity_findings"))
        .hasSameSizeAs(result.at("/analysis/top_opportunities"));
  }

  @Test
  void theCampaignOfAnOpportunityIsOneOfTheSummary() {
    List<String> campaigns =
        shell
            .document("summary", "--account", "a", "--json")
            .get("campaigns")
            .findValuesAsText("campaign_id");

    assertThat(campaigns)
        .containsAll(analysed().at("/analysis/top_opportunities").findValuesAsText("campaign_id"));
  }

  @Test
  void anAnswerKeepsToItsMeasure() {
    Measures.assertKept(analysed().get("analysis"));
  }

  @Test
  void rulesThatAreAskedForAreNoDegradation() {
    assertThat(analysed().at("/degraded_because").toString()).doesNotContain("no_api_key");
    assertThat(
            shell
                .document("analyse", "--account", "a", "--json")
                .at("/degraded_because")
                .toString())
        .contains("no_api_key");
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    assertThat(analysed()).isEqualTo(analysed());
    assertThat(shell.run("findings", "--account", "a", "--json").out())
        .isEqualTo(shell.run("findings", "--account", "a", "--json").out());
  }

  @Test
  void anEarlierDayIsJudgedByWhatCameBefore() {
    JsonNode result = analysed("--as-of", "2026-03-02");

    assertThat(result.get("as_of").asText()).isEqualTo("2026-03-02");
    assertThat(result.get("facts").findValuesAsText("to"))
        .allMatch(day -> day.compareTo("2026-03-02") <= 0);
  }
}
