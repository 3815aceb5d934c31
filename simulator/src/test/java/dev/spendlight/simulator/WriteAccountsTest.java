package dev.spendlight.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteAccountsTest {
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  @Test
  void oneFolderASeed(@TempDir Path folder) {
    assertThat(run("small", "clean", "3", "4", folder.toString())).isZero();
    assertThat(folder.resolve("m0003q/account.json")).isNotEmptyFile();
    assertThat(folder.resolve("m0004q/account.json")).isNotEmptyFile();
    assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithTheUsage(@TempDir Path folder) {
    String there = folder.toString();
    for (List<String> wrong :
        List.of(
            List.<String>of(),
            List.of("huge", "clean", "1", "2", there),
            List.of("small", "dirty", "1", "2", there),
            List.of("small", "clean", "one", "2", there))) {
      messages.reset();
      assertThat(run(wrong.toArray(String[]::new))).isEqualTo(2);
      assertThat(messages.toString(StandardCharsets.UTF_8))
          .startsWith("Usage: WriteAccounts standard|noisy|small|large|weak clean|incidents");
    }
  }

  private int run(String... arguments) {
    return WriteAccounts.run(List.of(arguments), new PrintStream(messages));
  }
}
