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
  private static final String BEGIN = "<!-- what ./spendlight demo prints -->\n";
  private static final String END = "<!-- end -->\n";

  @TempDir private Path data;

  @Test
  void itShowsWhatTheDemoPrints() throws IOException {
    String printed = Shell.in(data).with("COLUMNS", "100").run("demo", "--once").done().out();
    String shown = BEGIN + "```\n" + printed.strip() + "\n```\n" + END;
    String readme = Files.readString(README);
    if (Boolean.getBoolean("golden.renew")) {
      readme =
          readme.substring(0, readme.indexOf(BEGIN))
              + shown
              + readme.substring(readme.indexOf(END) + END.length());
      Files.writeString(README, readme);
    }
    assertThat(readme).contains(shown);
  }
}
