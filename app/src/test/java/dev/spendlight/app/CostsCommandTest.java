package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.PromptLog;
import dev.spendlight.model.Charge;
import dev.spendlight.storage.DuckDbPromptLog;
import dev.spendlight.testing.SampleExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostsCommandTest {
  private static final Path KEPT =
      Path.of("src", "test", "resources", "dev", "spendlight", "app", "costs.txt");

  @TempDir private Path data;
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void open() {
    shell = Shell.in(data);
  }

  private void log(Exchange... exchanges) {
    try (PromptLog log = new DuckDbPromptLog(data)) {
      log.append(List.of(exchanges));
    }
  }

  private static SampleExchange at(String day, int number) {
    return SampleExchange.at(day + "T12:00:00Z", number);
  }

  private void someCosts() {
    log(
        at("2026-03-07", 1).charge(SampleExchange.cost(54_399_000, -9_228_000)).make(),
        at("2026-03-08", 2).charge(SampleExchange.cost(21_000_000, 18_500_000)).make(),
        at("2026-03-08", 3).reusedReply().make(),
        at("2026-03-08", 4).account("globex").model("unheard-of").charge(Charge.UNKNOWN).make());
  }

  /// Renew with `-Dgolden.renew=true`, as [GoldenOutputTest].
  @Test
  void whatAPersonReads() throws IOException {
    someCosts();
    List<String> printed = new ArrayList<>();
    for (String width : List.of("80", "120")) {
      printed.add("---- " + width + " columns ----");
      printed.add(shell.with("COLUMNS", width).run("costs").done().out());
    }
    log(at("2026-03-08", 5).charge(SampleExchange.cost(0, 0, 131_415_000)).make());
    printed.add("---- 120 columns, with an attempt that told no bill ----");
    printed.add(shell.with("COLUMNS", "120").run("costs").done().out());
    String text = String.join("\n", printed);
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(KEPT, text);
    }
    assertThat(text).isEqualTo(Files.readString(KEPT));
  }

  @Test
  void costsOfOneAccountAndSomeDaysAreToldAlone() {
    someCosts();
    log(at("2026-03-09", 5).charge(SampleExchange.cost(0, 0, 131_415_000)).make());
    JsonNode all = totals("costs", "--json");
    assertThat(all.get("calls").longValue()).isEqualTo(5);
    assertThat(all.get("unbilled_at_most_usd").decimalValue()).isEqualByComparingTo("0.131415");
    assertThat(totals("costs", "--json", "--account", "acme").get("cost_usd").decimalValue())
        .isEqualByComparingTo("0.075399");
    assertThat(
            totals(
                    "costs",
                    "--json",
                    "--account",
                    "acme",
                    "--from",
                    "2026-03-07",
                    "--to",
                    "2026-03-07")
                .get("cost_usd")
                .decimalValue())
        .isEqualByComparingTo("0.054399");
    assertThat(totals("costs", "--json", "--account", "globex").get("unpriced_calls").longValue())
        .isEqualTo(1);
  }

  private JsonNode totals(String... arguments) {
    return shell.document(arguments).get("totals");
  }

  @Test
  void nothingWasSpentWhereNothingWasAsked() {
    assertThat(shell.run("costs").done().out()).isEqualTo("No model was asked.\n");
    assertThat(shell.document("costs", "--json").get("lines")).isEmpty();
    shell.run("account", "set", "quiet").done();
    assertThat(shell.run("costs", "--account", "quiet").done().out())
        .isEqualTo("No model was asked for quiet.\n");
  }

  @Test
  void anAccountThatIsNotThereIsToldOf() {
    someCosts();
    shell.run("account", "set", "acme").done();
    Shell.Outcome outcome = shell.run("costs", "--account", "acmee");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("There is no account acmee; known are acme.");
  }

  @Test
  void oneEndOfADayRangeIsWrongUse() {
    Shell.Outcome outcome = shell.run("costs", "--from", "2026-03-07");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--from and --to go together");
  }

  @Test
  void deletingAnAccountDeletesItsLoggedPromptsAndTheirCosts() {
    someCosts();
    shell.run("account", "set", "acme").done();
    shell.run("account", "delete", "acme").done();
    assertThat(shell.document("costs", "--json").get("lines").findValuesAsText("account"))
        .containsExactly("globex");
    shell.run("account", "delete", "globex").done();
    assertThat(shell.document("costs", "--json").get("lines")).isEmpty();
    assertThat(shell.run("account", "delete", "globex").code()).isEqualTo(1);
  }
}
