package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.document.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir private Path data;
  @TempDir private Path files;
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void open() {
    shell = Shell.in(data);
  }

  @Test
  void theDocumentTellsWhatWasRead() {
    String file =
        new CampaignReport()
            .row("2026-03-01", "Sunscreen", 1000, 20, "12.50", 2, "60.00")
            .row("2026-03-02", "Sunscreen", 900, 10, "7.50", 1, "20.00")
            .row("not a day", "Sunscreen", 900, 10, "7.50", 1, "20.00")
            .write(files, "campaigns.csv");

    JsonNode document = shell.document("import", file, "--account", "a", "--json");

    assertThat(document.fieldNames()).toIterable().contains("account", "files");
    assertThat(document.get("account").asText()).isEqualTo("a");
    JsonNode told = document.get("files").get(0);
    assertThat(told.fieldNames())
        .toIterable()
        .contains(
            "file",
            "report",
            "grain",
            "rows_read",
            "rows_imported",
            "skipped",
            "from",
            "to",
            "currency",
            "totals");
    assertThat(told.get("file").asText()).isEqualTo(file);
    assertThat(told.get("report").asText()).isEqualTo("campaign");
    assertThat(told.get("grain").asText()).isEqualTo("daily");
    assertThat(told.get("rows_read").asLong()).isEqualTo(3);
    assertThat(told.get("rows_imported").asLong()).isEqualTo(2);
    assertThat(told.get("from").asText()).isEqualTo("2026-03-01");
    assertThat(told.get("to").asText()).isEqualTo("2026-03-02");
    assertThat(told.get("currency").asText()).isEqualTo("USD");
    JsonNode totals = told.get("totals");
    assertThat(totals.get("impressions").asLong()).isEqualTo(1900);
    assertThat(totals.get("clicks").asLong()).isEqualTo(30);
    assertThat(totals.get("spend").decimalValue()).isEqualByComparingTo("20");
    assertThat(totals.get("sales").decimalValue()).isEqualByComparingTo("80");
    assertThat(totals.get("orders").asLong()).isEqualTo(3);
    assertThat(totals.get("units").isNull()).as("a metric that the report does not carry").isTrue();
    JsonNode skipped = told.get("skipped").get(0);
    assertThat(skipped.get("reason").asText()).isNotBlank();
    assertThat(skipped.get("count").asLong()).isEqualTo(1);
    assertThat(skipped.get("first_line").asLong()).isEqualTo(4);
  }

  @Test
  void theTextTellsTheSame() {
    String file =
        CampaignReport.clicks("2026-03-01", "Sunscreen", 30)
            .line("not a day,Sunscreen,USD,1,1,1.00,0,0.00")
            .write(files, "campaigns.csv");

    Shell.Outcome outcome =
        shell.with("COLUMNS", "200").run("import", file, "--account", "a").done();

    assertThat(outcome.out())
        .contains(
            file,
            "campaign report, daily 2026-03-01 to 2026-03-01, 1 of 2 rows, $30.00 of spend, $60.00 of sales, 3 orders",
            "Skipped: 1 row in line 3: ");
  }

  @Test
  void inAMixedBatchTheGoodFileLandsAndTheExitCodeIsOne() throws IOException {
    String good = CampaignReport.clicks("2026-03-01", "Sunscreen", 30).write(files, "good.csv");
    String bad = Files.writeString(files.resolve("shopping.csv"), "eggs,milk\n12,1\n").toString();

    Shell.Outcome outcome = shell.run("import", good, bad, "--account", "a", "--json");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("spendlight: " + bad + ": ");
    assertThat(outcome.json(DocumentKind.IMPORT).at("/files/0/status").asText())
        .isEqualTo("imported");
    assertThat(outcome.json().at("/files/1/status").asText()).isEqualTo("refused");
    assertThat(outcome.json().at("/files/1/file").asText()).isEqualTo(bad);
    assertThat(outcome.json().at("/files/1/error").asText()).isNotBlank();
    assertThat(clicks("a")).isEqualTo(30);
  }

  @Test
  void aRefusedFileChangesNothing() throws IOException {
    shell
        .run(
            "import",
            CampaignReport.clicks("2026-03-01", "Sunscreen", 30).write(files, "a.csv"),
            "--account",
            "a")
        .done();
    String before = shell.run("account", "show", "a", "--json").done().out();
    String bad = Files.writeString(files.resolve("bad.csv"), "eggs,milk\n12,1\n").toString();

    Shell.Outcome outcome = shell.run("import", bad, "--account", "a");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(shell.run("account", "show", "a", "--json").done().out()).isEqualTo(before);
  }

  @Test
  void aRefusedFileMakesNoAccount() throws IOException {
    String bad = Files.writeString(files.resolve("bad.csv"), "eggs,milk\n12,1\n").toString();

    assertThat(shell.run("import", bad, "--account", "a").code()).isEqualTo(1);

    assertThat(shell.document("account", "list", "--json").get("accounts")).isEmpty();
  }

  @Test
  void everyWayAFileCanBeWrongIsOneLineThatNamesIt() throws IOException {
    String missing = files.resolve("missing.csv").toString();
    String folder = Files.createDirectory(files.resolve("empty-folder")).toString();
    String empty = Files.writeString(files.resolve("empty.csv"), "").toString();
    String html =
        Files.writeString(files.resolve("page.csv"), "<html><body>Sign in</body></html>")
            .toString();
    String cut =
        Files.writeString(files.resolve("cut.json"), "[{\"date\":\"2026-03-01\",\"campaignId\":1")
            .toString();
    String zip =
        Files.write(files.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 0, 0}).toString();
    for (String file : List.of(missing, folder, empty, html, cut, zip)) {
      Shell.Outcome outcome = shell.run("import", file, "--account", "a");
      assertThat(outcome.code()).as(file).isEqualTo(1);
      assertThat(outcome.out()).as(file).isEmpty();
      assertThat(outcome.err().lines())
          .as(file)
          .singleElement()
          .asString()
          .startsWith("spendlight: " + file + ": ");
      assertThat(outcome.err()).as("says what to do").contains(";").doesNotContain("Exception");
    }
  }

  @Test
  void anEmptyReportIsAReportWithoutRows() throws IOException {
    String empty = Files.writeString(files.resolve("empty.json"), "[]").toString();

    JsonNode told = shell.document("import", empty, "--account", "a", "--json").at("/files/0");

    assertThat(told.get("rows_read").asLong()).isZero();
    assertThat(told.get("rows_imported").asLong()).isZero();
  }

  @Test
  void importedAgainNothingChanges() {
    String file =
        CampaignReport.clicks("2026-03-01", "Sunscreen", 30)
            .row("2026-03-02", "Oil", 10, 4, "3.10", 1, "9.99")
            .write(files, "a.csv");
    shell.run("import", file, "--account", "a").done();
    String before = shell.run("summary", "--account", "a", "--json").done().out();

    shell.run("import", file, "--account", "a").done();

    assertThat(shell.run("summary", "--account", "a", "--json").done().out()).isEqualTo(before);
    assertThat(shell.document("account", "show", "a", "--json").get("deliveries").findValues("to"))
        .hasSize(1);
  }

  @Test
  void filesOfOneCommandAddUpAndTheSameContentIsReadOnce() {
    String first = CampaignReport.clicks("2026-03-01", "Sunscreen", 30).write(files, "1.csv");
    String other = CampaignReport.clicks("2026-03-01", "Oil", 10).write(files, "2.csv");
    String again = CampaignReport.clicks("2026-03-01", "Sunscreen", 30).write(files, "3.csv");

    JsonNode document = shell.document("import", first, other, again, "--account", "a", "--json");

    assertThat(document.at("/files/2/status").asText()).isEqualTo("repeated");
    assertThat(clicks("a")).isEqualTo(40);
  }

  @Test
  void aFolderIsAllFilesInIt() {
    CampaignReport.clicks("2026-03-01", "Sunscreen", 30).write(files, "1.csv");
    CampaignReport.clicks("2026-03-02", "Sunscreen", 20).write(files, "2.csv");
    CampaignReport.clicks("2026-03-03", "Sunscreen", 20).write(files, ".hidden.csv");

    shell.run("import", files.toString(), "--account", "a").done();

    assertThat(clicks("a")).isEqualTo(50);
  }

  @Test
  void aDayAskedForWithoutARowIsZeroAndOneNotAskedForIsUnknown() {
    String file =
        CampaignReport.clicks("2026-03-01", "Sunscreen", 30)
            .row("2026-03-03", "Sunscreen", 10, 4, "3.10", 1, "9.99")
            .write(files, "a.csv");

    shell.run("import", file, "--account", "unknown").done();
    shell
        .run("import", file, "--account", "zero", "--from", "2026-02-20", "--to", "2026-03-04")
        .done();

    assertThat(missingDays("unknown")).isEqualTo(1);
    assertThat(missingDays("zero")).isZero();
    assertThat(shell.document("summary", "--account", "unknown", "--json").get("as_of").asText())
        .isEqualTo("2026-03-03");
    assertThat(shell.document("summary", "--account", "zero", "--json").get("as_of").asText())
        .isEqualTo("2026-03-04");
  }

  private long missingDays(String account) {
    return shell
        .document("findings", "--account", account, "--json")
        .get("findings")
        .valueStream()
        .filter(finding -> finding.get("kind").asText().equals("data_missing"))
        .mapToLong(finding -> finding.at("/evidence/observed").asLong())
        .sum();
  }

  private long clicks(String account) {
    return shell.document("summary", "--account", account, "--json").at("/totals/clicks").asLong();
  }
}
