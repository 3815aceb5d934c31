package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes to which stream, how wide, and whether in colour.
class StreamsTest {
  private static final List<List<String>> READING =
      List.of(
          List.of("summary", "--account", "a"),
          List.of("findings", "--account", "a"),
          List.of(
              "explain",
              "--account",
              "a",
              "--metric",
              "acos",
              "--from",
              "2026-02-28..2026-02-28",
              "--to",
              "2026-03-01..2026-03-01"),
          List.of("analyse", "--rules", "--account", "a"),
          List.of("account", "show", "a"));

  @TempDir private Path data;
  @TempDir private Path files;
  private final Locale usual = Locale.getDefault();
  private Shell shell = Shell.in(Path.of(""));
  private String report = "";

  @BeforeEach
  void open() {
    shell = Shell.in(data);
    report =
        CampaignReport.clicks(
                "2026-03-01",
                "A campaign whose name is rather longer than a column would like it",
                300)
            .row("2026-03-01", "Oil", 100, 10, "12.00", 0, "0.00")
            .row("2026-02-28", "Oil", 900, 90, "99.00", 9, "300.00")
            .write(files, "a.csv");
    shell.run("import", report, "--account", "a").done();
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(usual);
  }

  private static String[] with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void withJsonStandardOutputIsOneDocument() {
    for (List<String> command : READING) {
      assertThat(shell.document(with(command, "--json")).isObject()).isTrue();
      assertThat(
              shell.with("SPENDLIGHT_TERMINAL", "12").document(with(command, "--json")).isObject())
          .as("on a terminal too, without colour")
          .isTrue();
    }
  }

  @Test
  void withJsonARefusalIsOnStandardErrorAndTheDocumentStaysWhole() throws IOException {
    String bad = Files.writeString(files.resolve("bad.csv"), "x").toString();

    Shell.Outcome outcome =
        shell
            .with("SPENDLIGHT_TERMINAL", "12")
            .run("import", bad, report, "--account", "a", "--json");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.json().get("files")).hasSize(2);
    assertThat(outcome.err()).contains(bad);
  }

  @Test
  void aPipeGetsNoColour() {
    for (List<String> command : READING) {
      assertThat(shell.run(with(command)).done().out()).as("%s", command).doesNotContain("\u001b");
    }
  }

  @Test
  void aTerminalGetsColourUnlessNoColourIsWanted() {
    Shell terminal = shell.with("SPENDLIGHT_TERMINAL", "12");
    for (List<String> command : READING) {
      assertThat(terminal.run(with(command)).done().out())
          .as("%s", command)
          .contains("\u001b[1m")
          .contains("\u001b[0m");
      assertThat(terminal.with("NO_COLOR", "1").run(with(command)).done().out())
          .doesNotContain("\u001b");
      assertThat(terminal.with("TERM", "dumb").run(with(command)).done().out())
          .doesNotContain("\u001b");
    }
    assertThat(shell.with("SPENDLIGHT_TERMINAL", "2").run("summary", "--account", "a").done().out())
        .as("only stderr is a terminal")
        .doesNotContain("\u001b");
  }

  @Test
  void colourChangesNoText() {
    for (List<String> command : READING) {
      String coloured = shell.with("SPENDLIGHT_TERMINAL", "12").run(with(command)).done().out();
      assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
          .isEqualTo(shell.run(with(command)).done().out());
    }
  }

  @Test
  void linesKeepToTheWidthOfTheTerminal() {
    for (int width : new int[] {40, 80, 120, 200}) {
      Shell terminal = shell.with("COLUMNS", Integer.toString(width));
      for (List<String> command : READING) {
        assertThat(terminal.run(with(command)).done().out().lines())
            .as("%s at %d columns", command, width)
            .allSatisfy(line ->
                assertThat(line.codePointCount(0, line.length()))
                    .as(line)
                    .isLessThanOrEqualTo(width));
      }
    }
  }

  @Test
  void aWiderTerminalShowsMoreColumns() {
    assertThat(shell.with("COLUMNS", "160").run("summary", "--account", "a").done().out())
        .contains("Impressions", "CTR", "ROAS");
    assertThat(shell.with("COLUMNS", "60").run("summary", "--account", "a").done().out())
        .contains("Spend")
        .doesNotContain("ROAS");
  }

  @Test
  void whereBlocksCannotBeShownTheWaterfallIsOfPlainCharacters() {
    String[] explain = with(READING.get(2));
    assertThat(shell.run(explain).done().out()).contains("█").contains("┃");
    for (Shell plain :
        List.of(shell.with("TERM", "dumb"), shell.with("LANG", "de_DE.ISO-8859-1"))) {
      assertThat(plain.run(explain).done().out())
          .contains("#")
          .doesNotContain("█", "▒", "┃")
          .isEqualToIgnoringWhitespace(
              shell.run(explain).out().replace('█', '#').replace('▒', '=').replace('┃', '|'));
    }
    assertThat(shell.with("LANG", "en_US.UTF-8").run(explain).done().out()).contains("█");
  }

  @Test
  void aWidthThatIsNoneIsIgnored() {
    String usualWidth = shell.run("summary", "--account", "a").done().out();
    for (String width : new String[] {"", "0x", "-5", "99999999999"}) {
      assertThat(shell.with("COLUMNS", width).run("summary", "--account", "a").done().out())
          .isEqualTo(usualWidth);
    }
  }

  @Test
  void theLocaleOfTheMachineChangesNothing() {
    List<String> before =
        READING.stream().map(command -> shell.run(with(command)).done().out()).toList();
    for (String tag :
        new String[] {"ar-EG", "tr-TR", "de-DE", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist"}) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(READING.stream().map(command -> shell.run(with(command)).done().out()).toList())
          .as(tag)
          .isEqualTo(before);
    }
  }
}
