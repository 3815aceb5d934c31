package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that a person reads, word for word, so that a change of wording is read before it is
/// kept.
///
/// The report is fictional: two weeks of five campaigns. Renew with `mvn -pl app -am test
/// -Dtest=GoldenOutputTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.renew=true` and read
/// the difference.
class GoldenOutputTest {
  private static final Path KEPT = Path.of("src", "test", "resources", "dev", "spendlight", "app");

  @TempDir private Path data;
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void importTheReport() {
    shell = Shell.in(data);
    shell.run(importing()).done();
    shell
        .run(
            "account",
            "set",
            "acme",
            "--marketplace",
            "US",
            "--target-acos",
            "0.30",
            "--margin",
            "0.4")
        .done();
  }

  private static String[] importing() {
    return new String[] {
      "import",
      resource("campaigns.csv").toString(),
      "--account",
      "acme",
      "--snapshot",
      "2026-03-16"
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"import", "summary", "findings", "explain", "analyse", "account"})
  void whatAPersonReads(String command) throws IOException {
    List<String> printed = new ArrayList<>();
    for (String width : List.of("80", "120")) {
      printed.add("---- " + width + " columns ----");
      printed.add(shell.with("COLUMNS", width).run(arguments(command)).done().out());
    }
    String text =
        String.join("\n", printed).replace(resource("campaigns.csv").toString(), "campaigns.csv");
    Path kept = KEPT.resolve(command + ".txt");
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(kept, text);
    }
    assertThat(text).isEqualTo(Files.readString(kept));
  }

  private static String[] arguments(String command) {
    return switch (command) {
      case "import" -> importing();
      case "account" -> new String[] {"account", "show", "acme"};
      case "explain" ->
          new String[] {
            "explain",
            "--account",
            "acme",
            "--metric",
            "acos",
            "--from",
            "2026-03-01..2026-03-07",
            "--to",
            "2026-03-08..2026-03-14"
          };
      default -> new String[] {command, "--account", "acme"};
    };
  }

  private static Path resource(String name) {
    URL found = Objects.requireNonNull(GoldenOutputTest.class.getResource(name), name);
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
