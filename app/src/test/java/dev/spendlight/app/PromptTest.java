package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a model is told, word for word. Renew with `-Dgolden.renew=true`, as [GoldenOutputTest]; a
/// change of the rules wants another version of the template.
class PromptTest {
  private static final Path KEPT = Path.of("src", "test", "resources", "dev", "spendlight", "app");

  @TempDir private Path data;
  @TempDir private Path files;

  @Test
  void theRulesOfAnAnswerAndTheFactsOfTheDemo() throws IOException {
    Shell shell = Shell.in(data);
    shell.run("demo", "--once").done();
    JsonNode request =
        shell.run("analyse", "--account", "spendlight-demo", "--dry-run").done().json();
    assertThat(request.get("system")).hasSize(1);
    assertThat(request.get("messages")).hasSize(1);
    assertKept("prompt-system.txt", request.at("/system/0/text").textValue());
    assertKept("prompt-user.txt", request.at("/messages/0/content").textValue());
  }

  private static void assertKept(String name, String text) throws IOException {
    Path kept = KEPT.resolve(name);
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(kept, text);
    }
    assertThat(text).isEqualTo(Files.readString(kept));
  }

  @Test
  void aDryRunTellsWhatThereWasNoRoomFor() {
    CampaignReport report = new CampaignReport();
    IntStream.rangeClosed(1, 14)
        .mapToObj("2026-03-%02d"::formatted)
        .forEach(day -> {
          for (int i = 0; i < 60; i++) {
            report.row(day, "Sound " + i, 4000, 60, "30.00", 6, "180.00");
            report.row(day, "Leaking " + i, 4000, 60, "60.00", 1, "30.00");
          }
        });
    Shell shell = Shell.in(data);
    shell
        .run("import", report.write(files, "a.csv"), "--account", "a", "--snapshot", "2026-03-24")
        .done();
    shell.run("account", "set", "a", "--target-acos", "0.30").done();

    Shell.Outcome outcome = shell.run("analyse", "--account", "a", "--dry-run");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err())
        .matches(
            "spendlight: [0-9]+ facts of [0-9]+ findings were left out of the prompt for want of room\\.\n");
    int leftOut = Integer.parseInt(outcome.err().replaceAll(".* of ([0-9]+) findings.*\n", "$1"));
    String told = outcome.json().at("/messages/0/content").textValue();
    int findings = shell.document("findings", "--account", "a", "--json").get("findings").size();
    assertThat(told.lines().filter(line -> line.matches("n[0-9]+ .*")))
        .hasSize(findings - leftOut)
        .isNotEmpty();
  }
}
