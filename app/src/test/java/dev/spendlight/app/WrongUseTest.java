package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong use ends with 2 and impossible questions with 1, each with one clear line and nothing on
/// stdout.
class WrongUseTest {
  @TempDir private Path data;
  @TempDir private Path files;
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void open() {
    shell = Shell.in(data);
    String file = CampaignReport.clicks("2026-03-05", "Sunscreen", 30).write(files, "a.csv");
    shell.run("import", file, "--account", "acme").done();
    shell.run("import", file, "--account", "globex").done();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "summary                                                    ; --account",
        "summary --account                                          ; --account",
        "summary --account acme --as-of 5/3/2026                    ; a date is written as 2026-03-01, not '5/3/2026'",
        "summary --account acme --as-of 2026-02-30                  ; a date is written as 2026-03-01, not '2026-02-30'",
        "summary --account acme --from 2026-03-01                   ; --from and --to go together",
        "summary --account acme --to 2026-03-01                     ; --from and --to go together",
        "summary --account acme --from 2026-03-05 --to 2026-03-01   ; not 2026-03-05 to 2026-03-01",
        "summary --account acme --as-of 2026-03-05 --from 2026-03-01 --to 2026-03-05 ; --as-of and --from",
        "explain --account acme --from 2026-03-01..2026-03-02 --to 2026-03-03..2026-03-04 ; --metric",
        "explain --account acme --metric acos --from 2026-03-01..2026-03-02 ; --to",
        "explain --account acme --metric acs --from 2026-03-01..2026-03-02 --to 2026-03-03..2026-03-04 ; 'acs' is no metric known here (did you mean acos?); known are acos, roas, spend",
        "explain --account acme --metric bids --from 2026-03-01..2026-03-02 --to 2026-03-03..2026-03-04 ; 'bids' is no metric known here; known are acos",
        "explain --account acme --metric acos --level campain --from 2026-03-01..2026-03-02 --to 2026-03-03..2026-03-04 ; 'campain' is no level known here (did you mean campaign?); known are campaign, keyword",
        "explain --account acme --metric acos --from 2026-03-01 --to 2026-03-03..2026-03-04 ; a period is written as 2026-03-01..2026-03-07, not '2026-03-01'",
        "explain --account acme --metric acos --from .. --to 2026-03-03..2026-03-04 ; a date is written as 2026-03-01, not ''",
        "explain --account acme --metric acos --from 2026-03-01..2026-02-30 --to 2026-03-03..2026-03-04 ; not '2026-02-30'",
        "explain --account acme --metric acos --from 2026-03-02..2026-03-01 --to 2026-03-03..2026-03-04 ; write 2026-03-01..2026-03-02",
        "explain --account acme --metric acos --from 2026-03-01..2026-03-03 --to 2026-03-03..2026-03-04 ; share days",
        "explain --account acme --metric acos --from 2026-03-03..2026-03-04 --to 2026-03-01..2026-03-02 ; The earlier period comes first",
        "import nothing.csv --account acme --to 2026-03-01          ; --from and --to go together",
        "import --account acme                                      ; FILE|DIR",
        "import nothing.csv                                         ; --account",
        "account set acme --target-acos 30                          ; 0.30 for 30%",
        "account set acme --target-acos 0                           ; 0.30 for 30%",
        "account set acme --target-acos -0.1                        ; 0.30 for 30%",
        "account set acme --target-acos 30%                         ; a fraction is written as 0.30, not '30%'",
        "account set acme --margin 1                                ; 0.38 for 38%",
        "account set acme --currency dollars                        ; 'dollars' is no currency code",
        "account set acme --currency XTS                            ; 'XTS' is no currency code",
        "account set acme --marketplace ZZ                          ; known are US",
        "account set acme --timezone Mars/Base                      ; 'Mars/Base' is no time zone",
        "account set acme --type reseller                           ; seller or vendor, not 'reseller'",
        "account                                                    ; set, list, show or delete",
        "sumary --account acme                                      ; 'sumary'",
        "summary --acount acme                                      ; '--acount'",
        "summary --account acme --jsno                              ; '--jsno'",
        "analyse --account acme --rule                              ; '--rule'",
      })
  void wrongUseEndsWithTwo(String command, String said) {
    Shell.Outcome outcome = shell.run(command.split(" +"));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().findFirst().orElse(""))
        .startsWith("spendlight: ")
        .contains(said);
    assertThat(outcome.err())
        .contains("Try: spendlight")
        .contains("--help")
        .doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "sumary --account acme      ; spendlight summary",
        "summary --acount acme      ; --account",
        "summary --account acme --jsno ; --json",
      })
  void theNearMissIsOffered(String command, String offered) {
    assertThat(shell.run(command.split(" +")).err().lines().skip(1))
        .anyMatch(line -> line.contains(offered));
  }

  @Test
  void withoutACommandTheCommandsAreListed() {
    Shell.Outcome outcome = shell.run();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("import", "account", "summary", "findings", "analyse", "demo");
    assertThat(outcome.err()).as("hidden").doesNotContain("training-run");
  }

  @ParameterizedTest
  @CsvSource({"summary", "findings", "analyse"})
  void anUnknownAccountIsToldWithTheKnownOnes(String command) {
    assertFailed(shell.run(command, "--account", "initech"), "initech", "acme", "globex");
    assertFailed(shell.run("account", "show", "initech"), "initech", "acme", "globex");
    assertFailed(shell.run("account", "delete", "initech"), "initech", "acme", "globex");
  }

  @ParameterizedTest
  @CsvSource({"summary", "findings", "analyse"})
  void aDayBeyondTheDataIsToldWithTheLastDay(String command) {
    assertFailed(
        shell.run(command, "--account", "acme", "--as-of", "2026-03-06"),
        "2026-03-06",
        "2026-03-05");
  }

  @Test
  void aDayBeforeTheDataIsToldWithTheFirstDay() {
    assertFailed(
        shell.run("summary", "--account", "acme", "--as-of", "2026-03-04"),
        "2026-03-04",
        "2026-03-05");
  }

  @Test
  void aPeriodWithoutDataIsToldWithTheFirstAndTheLastDay() {
    assertFailed(
        shell.run(
            "explain",
            "--account",
            "acme",
            "--metric",
            "acos",
            "--from",
            "2026-03-01..2026-03-04",
            "--to",
            "2026-03-05..2026-03-05"),
        "2026-03-01 to 2026-03-04",
        "from 2026-03-05 to 2026-03-05");
  }

  @Test
  void withoutAnyAccountTheNextStepIsToImport() {
    assertFailed(
        Shell.in(files.resolve("fresh")).run("summary", "--account", "acme"), "acme", "import");
  }

  @Test
  void aDataFolderThatIsAFileIsOneLine() {
    String file = new CampaignReport().write(files, "file");
    assertFailed(shell.run("account", "list", "--data", file), file);
    assertFailed(
        shell.run(
            "import",
            CampaignReport.clicks("2026-03-05", "S", 3).write(files, "b.csv"),
            "--account",
            "a",
            "--data",
            file),
        file);
  }

  @Test
  void anotherCurrencyDoesNotRelabelWhatIsThere() {
    assertFailed(shell.run("account", "set", "acme", "--currency", "EUR"), "acme", "USD");
    assertThat(shell.document("account", "show", "acme", "--json").get("currency").asText())
        .isEqualTo("USD");
  }

  private static void assertFailed(Shell.Outcome outcome, String... said) {
    assertThat(outcome.code()).as("%s", outcome).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .as("%s", outcome)
        .singleElement()
        .asString()
        .startsWith("spendlight: ");
    assertThat(Stream.of(said)).allMatch(outcome.err()::contains);
  }
}
