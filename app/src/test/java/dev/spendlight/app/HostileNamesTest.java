package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Names are written by other people. Whatever is in them, a terminal shows them as text on one
/// line.
class HostileNamesTest {
  @TempDir private Path data;
  @TempDir private Path files;
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void open() {
    shell = Shell.in(data).with("COLUMNS", "80");
  }

  static List<String> names() {
    return List.of(
        "red \u001b[31mand\u001b[0m bold \u001b[1m",
        "title \u001b]0;owned\u0007 and link \u001b]8;;http://example.com\u001b\\here\u001b]8;;\u001b\\",
        "bell\u0007 back\b\b\b return\rover \u009b2J",
        "right \u202eto left\u202c \u2066isolated\u2069 \u200emark",
        "zero\u200bwidth\ufeff joiner\u200d soft\u00adhyphen",
        "separator\u2028 and\u2029 next line\u0085",
        "日焼け止めローション 無香料 敏感肌用 大容量ボトル",
        "sale 🎉🔥👨\u200d👩\u200d👧 e\u0301 \ud83c\uddee\ud83c\uddf3",
        "x".repeat(3000),
        "%s %d %n {f1} {c1} ${jndi:ldap://example.com/a} <script>alert(1)</script> '; DROP TABLE rows; --",
        "=cmd|'/c calc'!A1",
        "“quoted” \"twice\" \\ back");
  }

  private void importNamed(String name) {
    CampaignReport report = new CampaignReport();
    IntStream.rangeClosed(1, 14)
        .mapToObj("2026-03-%02d"::formatted)
        .forEach(day ->
            report
                .row(day, "Sound", 4000, 60, "30.00", 6, "180.00")
                .row(day, "Healthy", 4000, 60, "30.00", 6, "180.00")
                .row(day, name, 4000, 60, "60.00", 1, "30.00"));
    shell
        .run("import", report.write(files, "a.csv"), "--account", "a", "--snapshot", "2026-03-18")
        .done();
    shell.run("account", "set", "a", "--target-acos", "0.30").done();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aTerminalShowsThemAsTextOnOneLine(String name) {
    importNamed(name);

    for (String command : new String[] {"summary", "findings", "explain", "analyse"}) {
      String out = shell.run(arguments(command)).done().out();
      assertHarmless(out);
      assertThat(out.lines())
          .as(command)
          .allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(80));
    }
  }

  private static String[] arguments(String command) {
    return command.equals("explain")
        ? new String[] {
          command,
          "--account",
          "a",
          "--metric",
          "spend",
          "--from",
          "2026-03-01..2026-03-07",
          "--to",
          "2026-03-08..2026-03-14"
        }
        : new String[] {command, "--account", "a"};
  }

  @ParameterizedTest
  @MethodSource("names")
  void theAnswerKeepsToItsMeasureAndFindsWhatItFindsElsewhere(String name) {
    importNamed(name);

    JsonNode analysis =
        shell.document("analyse", "--rules", "--account", "a", "--json").get("analysis");

    Measures.assertKept(analysis);
    assertThat(analysis.get("top_opportunities")).hasSize(1);
    assertThat(analysis.at("/top_opportunities/0/estimated_impact").asText())
        .doesNotContain("{", "}");
  }

  @Test
  void aDocumentKeepsTheNameAsItIs() {
    for (String name : names().stream().filter(each -> each.length() < 1000).toList()) {
      importNamed(name);
      assertThat(
              shell
                  .document("summary", "--account", "a", "--json")
                  .get("campaigns")
                  .findValuesAsText("campaign_name"))
          .hasSize(3);
      shell.run("account", "delete", "a").done();
    }
  }

  @Test
  void anAccountNameCannotWriteOnTheTerminalEither() {
    String account = "a \u202eb\u200bc";
    shell.run("account", "set", account).done();

    assertHarmless(shell.run("account", "list").done().out());
    assertHarmless(shell.run("account", "show", account).done().out());
    assertHarmless(shell.run("summary", "--account", account).err());
    assertHarmless(shell.run("summary", "--account", "other").err());
    assertHarmless(shell.run("summary", "--account", "\u001b[31mred").err());
    assertHarmless(shell.run("\u001b[31mred").err());
    assertHarmless(shell.run("summary", "--account", "a", "--as-of", "\u001b[31mred").err());
    assertHarmless(
        shell
            .run("import", files.resolve("\u001b[31mred\u202e.csv").toString(), "--account", "a")
            .err());
  }

  static void assertHarmless(String printed) {
    assertThat(printed.lines())
        .allSatisfy(line ->
            assertThat(
                    line.codePoints().filter(HostileNamesTest::acts).mapToObj("U+%04X"::formatted))
                .as("characters that act, in: %s", line)
                .isEmpty());
  }

  /// Control and direction characters, line separators, halves of characters.
  private static boolean acts(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /// East Asian characters and emoji take two columns, combining marks none.
  private static int columns(String line) {
    return line.codePoints()
        .map(character ->
            Character.getType(character) == Character.NON_SPACING_MARK
                ? 0
                : character >= 0x1f300
                        || Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN
                        || Character.UnicodeScript.of(character) == Character.UnicodeScript.KATAKANA
                        || Character.UnicodeScript.of(character) == Character.UnicodeScript.HIRAGANA
                    ? 2
                    : 1)
        .sum();
  }
}
