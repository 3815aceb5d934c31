package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  @TempDir private Path data;
  @TempDir private Path files;
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void open() {
    shell = Shell.in(data).with("COLUMNS", "120");
  }

  private void imported(CampaignReport report) {
    shell
        .run("import", report.write(files, "a.csv"), "--account", "a", "--snapshot", "2026-03-18")
        .done();
  }

  /// Both campaigns improve, yet the account worsens, since the dear one grew.
  private void improving() {
    imported(
        new CampaignReport()
            .row("2026-03-01", "Cheap", 9000, 300, "300.00", 50, "1500.00")
            .row("2026-03-01", "Dear", 9000, 200, "200.00", 20, "400.00")
            .row("2026-03-02", "Cheap", 9000, 190, "190.00", 40, "1000.00")
            .row("2026-03-02", "Dear", 9000, 480, "480.00", 50, "1000.00"));
  }

  private static String[] explain(String metric, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "explain",
                "--account",
                "a",
                "--metric",
                metric,
                "--from",
                "2026-03-01..2026-03-01",
                "--to",
                "2026-03-02..2026-03-02"));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  @Test
  void theDocumentSaysWhatMixAndRateMake() {
    improving();

    JsonNode document = shell.document(explain("acos", "--json"));

    assertThat(document.get("change").doubleValue()).isCloseTo(0.07184210526315793, within(1e-12));
    JsonNode dear = document.at("/parts/0");
    assertThat(dear.at("/entity/name").asText()).isEqualTo("Dear");
    assertThat(dear.get("contribution").doubleValue())
        .isCloseTo(0.05156545209176788, within(1e-12));
    assertThat(dear.get("rate").doubleValue()).isCloseTo(-0.007179487179487185, within(1e-12));
    assertThat(dear.get("mix").doubleValue()).isCloseTo(0.05874493927125505, within(1e-12));
  }

  /// As it reads: a number and its unit are kept together by a space that does not break.
  private String printed(String... command) {
    return shell.run(command).done().out().replace('\u00a0', ' ');
  }

  @Test
  void aPersonReadsWhatMixAndRateMake() {
    improving();

    assertThat(printed(explain("acos")))
        .contains("a: ACOS from 26.32% to 33.50%, +7.18 pp")
        .contains("explains +5.16 pp of the +7.18 pp")
        .contains(
            "By mix (which campaigns grew or shrank) +8.54 pp, by rate (their own ACOS) -1.36 pp")
        .containsPattern("Dear +50.0% +48.0% +\\+5.16 +\\+5.87 +-0.72");
  }

  @Test
  void aPartThatTurnsAgainstTheChangeIsNotSaidToExplainIt() {
    imported(
        new CampaignReport()
            .row("2026-03-01", "Up", 100, 10, "10.00", 1, "20.00")
            .row("2026-03-01", "Down", 100, 10, "20.00", 1, "20.00")
            .row("2026-03-02", "Up", 100, 10, "18.00", 1, "20.00")
            .row("2026-03-02", "Down", 100, 10, "11.00", 1, "20.00"));

    assertThat(printed(explain("spend")))
        .contains("campaign “Down” makes -$9.00, all others together +$8.00.")
        .doesNotContain("explains");
  }

  @Test
  void whatStartedHasNoMixAndSaysWhy() {
    imported(
        new CampaignReport()
            .row("2026-03-01", "Old", 100, 10, "10.00", 1, "20.00")
            .row("2026-03-02", "Old", 100, 10, "10.00", 1, "20.00")
            .row("2026-03-02", "New", 100, 10, "10.00", 1, "10.00")
            .row("2026-03-02", "Idle", 100, 10, "1.00", 0, "0.00"));

    assertThat(printed(explain("acos")))
        .containsPattern("New +- +100.0% .*started")
        .containsPattern("Idle +- +- .*no sales");
  }

  @Test
  void whereTheChangeSitsIsSaidBeforeTheParts() {
    CampaignReport report = new CampaignReport();
    for (int i = 1; i <= 5; i++) {
      report
          .row("2026-03-01", "Shop " + i, 90_000, 4000, "4000.00", 400, "16000.00")
          .row(
              "2026-03-02",
              "Shop " + i,
              90_000,
              4000,
              i == 2 ? "9000.00" : "4000.00",
              400,
              "16000.00");
    }
    imported(report);

    assertThat(printed(explain("acos")).replace("\n", " "))
        .contains(
            "100% of the change sits in campaign “Shop 2”, which had 20% of the spend and sales before.");
    assertThat(printed(explain("spend")).replace("\n", " "))
        .contains("campaign “Shop 2”, which had 20% of the spend before.");
    assertThat(printed(explain("clicks"))).doesNotContain("sits");
  }

  @Test
  void whatCarriesMoreThanAllIsSaidToBeWorkedAgainst() {
    improving();

    assertThat(printed(explain("orders")).replace("\n", " "))
        .contains(
            "The change sits in campaign “Dear”, which had 29% of the orders before and makes 150% of it; everything else together works against it.");
    assertThat(printed(explain("impressions"))).doesNotContain("The change");
  }

  @Test
  void aChangeOfAllIsSpread() {
    imported(
        new CampaignReport()
            .row("2026-03-01", "One", 9000, 300, "300.00", 50, "1500.00")
            .row("2026-03-01", "Other", 9000, 200, "200.00", 20, "400.00")
            .row("2026-03-02", "One", 9000, 300, "390.00", 50, "1500.00")
            .row("2026-03-02", "Other", 9000, 200, "260.00", 20, "400.00"));

    assertThat(printed(explain("acos")).replace("\n", " "))
        .contains(
            "The change is spread over the account: nothing carries much more of it than size and chance would give.");
  }

  @Test
  void withoutSalesTheSumsAreToldAlone() {
    imported(
        new CampaignReport()
            .row("2026-03-01", "Old", 100, 10, "10.00", 1, "20.00")
            .row("2026-03-02", "Old", 200, 11, "12.00", 0, "0.00"));

    assertThat(printed(explain("acos")))
        .contains("After:  200 impressions, 11 clicks, $12.00 spend, 0 orders, $0.00 sales")
        .contains("There are no sales in 2026-03-02, and so")
        .doesNotContain("before");
  }

  @Test
  void levelsAreReadInAnySpelling() {
    improving();

    assertThat(
            shell.document(explain("ACOS", "--level", "Campaign", "--json")).get("level").asText())
        .isEqualTo("campaign");
    assertThat(shell.run(explain("acos", "--level", "campaign-match")).err())
        .contains("has no targeting or search term report");
  }

  @Test
  void aCampaignWithoutANameIsCalledByItsId() {
    imported(
        new CampaignReport()
            .row("2026-03-01", "", 100, 10, "10.00", 1, "20.00")
            .row("2026-03-01", "Named", 100, 10, "10.00", 1, "20.00")
            .row("2026-03-02", "", 100, 10, "10.00", 1, "20.00")
            .row("2026-03-02", "Named", 100, 10, "15.00", 1, "20.00"));

    assertThat(shell.run(explain("spend")).done().out().lines())
        .noneMatch(line -> line.startsWith("  "));
  }
}
