package dev.spendlight.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example does what it says.
class EmbeddedServiceTest {
  @TempDir private Path data;

  @Test
  void theSecondAnswerIsTheFirstFromTheCache() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EmbeddedService.run(
        data,
        Path.of("../first-import/Sponsored Products Targeting report.csv"),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).contains("(FRESH)").contains("(CACHED)");
    int second = text.indexOf(System.lineSeparator(), text.indexOf("(CACHED)"));
    String words = text.substring(second);
    assertThat(text.substring(text.indexOf("(FRESH)"))).contains(words);
    assertThat(words.lines().filter(line -> line.startsWith("> "))).isNotEmpty();
  }
}
