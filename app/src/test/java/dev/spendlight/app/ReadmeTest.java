package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows is what the program prints. Renew with `-Dgolden.renew=true`, as
/// [GoldenOutputTest].
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");
  private static final String END = "<!-- end -->\n";

  @TempDir private Path data;

  @Test
  void itShowsWhatTheDemoPrintsAndWhyItsAcosChanged() throws IOException {
    Shell shell = Shell.in(data).with("COLUMNS", "100");
    assertShown(
        "<!-- what ./spendlight demo prints -->\n", shell.run("demo", "--once").done().out());
    assertShown(
        "<!-- what ./spendlight explain prints of the demo -->\n",
        shell
            .run(
                "explain",
                "--account",
                "spendlight-demo",
                "--metric",
                "acos",
                "--level",
                "product",
                "--from",
                "2026-02-27..2026-03-05",
                "--to",
                "2026-03-13..2026-03-19")
            .done()
            .out());
  }

  private static void assertShown(String begin, String printed) throws IOException {
    String shown = begin + "```\n" + printed.strip() + "\n```\n" + END;
    String readme = Files.readString(README);
    if (Boolean.getBoolean("golden.renew")) {
      int from = readme.indexOf(begin);
      readme =
          readme.substring(0, from)
              + shown
              + readme.substring(readme.indexOf(END, from) + END.length());
      Files.writeString(README, readme);
    }
    assertThat(readme).contains(shown);
  }
}
