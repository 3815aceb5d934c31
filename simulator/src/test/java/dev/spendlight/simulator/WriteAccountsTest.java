package dev.spendlight.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteAccountsTest {
  @TempDir private Path folder;

  @Test
  void oneFolderASeed() throws IOException {
    WriteAccounts.main(new String[] {"small", "clean", "3", "4", folder.toString()});
    assertThat(folder.resolve("m0003q/account.json")).isNotEmptyFile();
    assertThat(folder.resolve("m0004q/account.json")).isNotEmptyFile();
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithTheUsage() {
    String there = folder.toString();
    for (List<String> wrong :
        List.of(
            List.<String>of(),
            List.of("huge", "clean", "1", "2", there),
            List.of("small", "dirty", "1", "2", there),
            List.of("small", "clean", "one", "2", there),
            List.of("small", "clean", "1", "2", there, "some-judged"))) {
      assertThatThrownBy(() -> WriteAccounts.main(wrong.toArray(String[]::new)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "Usage: WriteAccounts standard|noisy|small|large|weak clean|incidents");
    }
    assertThat(folder).isEmptyDirectory();
  }
}
