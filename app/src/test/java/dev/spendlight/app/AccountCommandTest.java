package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCommandTest {
  @TempDir private Path data;
  @TempDir private Path files;
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void open() {
    shell = Shell.in(data);
  }

  private JsonNode shown(String account) {
    return shell.document("account", "show", account, "--json");
  }

  @Test
  void setMakesAnAccountAndKeepsWhatIsNotGiven() {
    shell
        .run(
            "account",
            "set",
            "a",
            "--marketplace",
            "uk",
            "--target-acos",
            "0.30",
            "--margin",
            "0.38",
            "--type",
            "vendor")
        .done();
    shell.run("account", "set", "a", "--target-acos", "0.25").done();

    JsonNode account = shown("a");
    assertThat(account.get("account").asText()).isEqualTo("a");
    assertThat(account.get("currency").asText()).as("from the marketplace").isEqualTo("GBP");
    assertThat(account.get("timezone").asText()).isEqualTo("Europe/London");
    assertThat(account.get("marketplace").asText()).isEqualTo("UK");
    assertThat(account.get("target_acos").decimalValue()).isEqualByComparingTo("0.25");
    assertThat(account.get("margin").decimalValue()).isEqualByComparingTo("0.38");
    assertThat(account.get("type").asText()).isEqualTo("vendor");
  }

  @Test
  void whatIsUnsetIsNull() {
    shell.run("account", "set", "a").done();

    JsonNode account = shown("a");
    for (String field :
        new String[] {
          "currency", "timezone", "marketplace", "target_acos", "margin", "type", "last_day"
        }) {
      assertThat(account.has(field)).as(field).isTrue();
      assertThat(account.get(field).isNull()).as(field).isTrue();
    }
    assertThat(shell.run("account", "show", "a").done().out())
        .contains("not set", "Nothing was imported yet.");
  }

  @Test
  void anImportTellsTheAccountItsCurrency() {
    shell
        .run(
            "import",
            CampaignReport.clicks("2026-03-01", "Oil", 30).write(files, "a.csv"),
            "--account",
            "a")
        .done();

    assertThat(shown("a").get("currency").asText()).isEqualTo("USD");
    assertThat(shown("a").get("last_day").asText()).isEqualTo("2026-03-01");
  }

  @Test
  void accountsAreListedInTheOrderOfTheirIds() {
    for (String account : new String[] {"zeta", "Ärzte ☀", "a/b\\c", "..", "alpha"}) {
      shell.run("account", "set", account).done();
    }

    assertThat(
            shell.document("account", "list", "--json").get("accounts").findValuesAsText("account"))
        .containsExactlyInAnyOrder("zeta", "Ärzte ☀", "a/b\\c", "..", "alpha")
        .isSorted();
    assertThat(shell.run("account", "list").done().out().lines()).hasSize(5);
  }

  @Test
  void anEmptyFolderHasNoAccounts() {
    assertThat(shell.document("account", "list", "--json").get("accounts")).isEmpty();
    assertThat(shell.run("account", "list").done().out()).isEmpty();
  }

  @Test
  void deleteRemovesEverythingOfThatAccountAndNothingElse() {
    String file = CampaignReport.clicks("2026-03-01", "Oil", 30).write(files, "a.csv");
    shell.run("import", file, "--account", "goes").done();
    shell.run("account", "set", "goes", "--target-acos", "0.2").done();
    shell.run("import", file, "--account", "stays").done();

    shell.run("account", "delete", "goes").done();

    assertThat(shell.run("account", "show", "goes").code()).isEqualTo(1);
    assertThat(shell.run("summary", "--account", "goes").code()).isEqualTo(1);
    assertThat(
            shell.document("account", "list", "--json").get("accounts").findValuesAsText("account"))
        .containsExactly("stays");
    assertThat(data.toFile().list())
        .as("files of the data folder")
        .noneMatch(name -> name.contains("goes"));
    shell.run("import", file, "--account", "goes").done();
    assertThat(shown("goes").get("target_acos").isNull())
        .as("nothing of the old one comes back")
        .isTrue();
    assertThat(shown("goes").get("deliveries")).hasSize(1);
  }

  @Test
  void theDataFolderIsTheOptionElseTheEnvironmentElseTheUsersOwn() {
    Path option = files.resolve("option");
    Path home = files.resolve("home");
    shell.run("account", "set", "in-option", "--data", option.toString()).done();
    shell.run("account", "set", "in-environment").done();
    Shell xdg = new Shell(Map.of("XDG_DATA_HOME", home.toString()), Shell.TODAY);
    xdg.run("account", "set", "in-home").done();

    assertThat(Shell.in(option).run("account", "list").done().out().strip()).isEqualTo("in-option");
    assertThat(shell.run("account", "list").done().out().strip()).isEqualTo("in-environment");
    assertThat(Shell.in(home.resolve("spendlight")).run("account", "list").done().out().strip())
        .isEqualTo("in-home");
  }

  @Test
  void versionAndHelpAreAnswers() {
    assertThat(shell.run("--version").done().out()).startsWith("spendlight ");
    assertThat(shell.run("--help").done().out())
        .contains(
            "import",
            "account",
            "summary",
            "findings",
            "analyse",
            "serve",
            "costs",
            "replay",
            "demo");
    for (String command :
        new String[] {
          "import", "account", "summary", "findings", "analyse", "serve", "costs", "replay", "demo"
        }) {
      assertThat(shell.run(command, "--help").done().out())
          .as(command)
          .contains("Usage: spendlight " + command);
      assertThat(shell.run(command, "--version").done().out())
          .as(command)
          .isEqualTo(shell.run("--version").out());
    }
  }
}
