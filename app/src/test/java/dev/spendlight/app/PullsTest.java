package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same days pulled on several mornings: each morning sees what was known then.
class PullsTest {
  @TempDir private Path data;
  @TempDir private Path files;
  private Shell shell = Shell.in(Path.of(""));
  private String early = "";
  private String late = "";

  @BeforeEach
  void open() {
    shell = Shell.in(data);
    early =
        new CampaignReport()
            .row("2026-03-01", "Sunscreen", 1000, 20, "20.00", 1, "30.00")
            .row("2026-03-02", "Sunscreen", 1000, 20, "20.00", 0, "0.00")
            .write(files, "early.csv");
    late =
        new CampaignReport()
            .row("2026-03-01", "Sunscreen", 1000, 20, "20.00", 2, "60.00")
            .row("2026-03-02", "Sunscreen", 1000, 20, "20.00", 3, "90.00")
            .row("2026-03-03", "Sunscreen", 1000, 20, "20.00", 1, "30.00")
            .write(files, "late.csv");
  }

  private void pull(String account, String file, String day) {
    shell.run("import", file, "--account", account, "--snapshot", day).done();
  }

  private JsonNode asOf(String account, String day) {
    return shell.document("summary", "--account", account, "--as-of", day, "--json");
  }

  @Test
  void eachMorningSeesItsOwnPull() {
    pull("a", early, "2026-03-03");
    pull("a", late, "2026-03-04");

    assertThat(asOf("a", "2026-03-02").at("/totals/sales").decimalValue())
        .isEqualByComparingTo("30");
    assertThat(asOf("a", "2026-03-03").at("/totals/sales").decimalValue())
        .isEqualByComparingTo("180");
    assertThat(asOf("a", "2026-03-02").get("as_of").asText()).isEqualTo("2026-03-02");
  }

  @Test
  void theOrderOfImportsDoesNotMatter() {
    pull("forwards", early, "2026-03-03");
    pull("forwards", late, "2026-03-04");
    pull("backwards", late, "2026-03-04");
    pull("backwards", early, "2026-03-03");

    for (String day : List.of("2026-03-01", "2026-03-02", "2026-03-03")) {
      assertThat(asOf("backwards", day).at("/totals"))
          .isEqualTo(asOf("forwards", day).at("/totals"));
      assertThat(asOf("backwards", day).at("/campaigns"))
          .isEqualTo(asOf("forwards", day).at("/campaigns"));
      assertThat(asOf("backwards", day).at("/caveats"))
          .isEqualTo(asOf("forwards", day).at("/caveats"));
    }
    assertThat(shell.document("summary", "--account", "backwards", "--json").at("/totals"))
        .isEqualTo(shell.document("summary", "--account", "forwards", "--json").at("/totals"));
  }

  @Test
  void whatWasPulledOnlyLaterIsUsedAndSaidSo() {
    pull("a", late, "2026-03-10");

    JsonNode summary = asOf("a", "2026-03-02");

    assertThat(summary.at("/totals/sales").decimalValue()).isEqualByComparingTo("150");
    assertThat(summary.get("caveats")).isNotEmpty();
  }

  @Test
  void withoutADayTheLastOneAndTheNewestPullCount() {
    pull("a", late, "2026-03-04");
    String corrected =
        new CampaignReport()
            .row("2026-03-03", "Sunscreen", 1000, 20, "25.00", 4, "120.00")
            .write(files, "corrected.csv");
    pull("a", corrected, "2026-03-12");

    JsonNode summary = shell.document("summary", "--account", "a", "--json");

    assertThat(summary.get("as_of").asText()).isEqualTo("2026-03-03");
    assertThat(summary.at("/totals/sales").decimalValue()).isEqualByComparingTo("270");
    assertThat(summary.at("/totals/spend").decimalValue()).isEqualByComparingTo("65");
  }

  @Test
  void whatHadSpendAndIsGoneFromTheLaterPullIsReported() {
    String both =
        new CampaignReport()
            .row("2026-03-01", "Sunscreen", 1000, 20, "20.00", 1, "30.00")
            .row("2026-03-01", "Oil", 1000, 20, "7.00", 1, "30.00")
            .write(files, "both.csv");
    pull("a", both, "2026-03-02");

    JsonNode document =
        shell.document("import", early, "--account", "a", "--snapshot", "2026-03-03", "--json");

    assertThat(document.get("vanished")).hasSize(1);
    assertThat(document.at("/vanished/0/campaign_name").asText()).isEqualTo("Oil");
    assertThat(document.at("/vanished/0/spend").decimalValue()).isEqualByComparingTo("7");
  }

  @Test
  void theSnapshotIsTodayUnlessGiven() {
    shell.run("import", early, "--account", "a").done();

    assertThat(shell.document("account", "show", "a", "--json").at("/deliveries/0/pulled").asText())
        .isEqualTo(Shell.TODAY.toString());
  }
}
