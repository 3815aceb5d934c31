package dev.spendlight.reports;

import dev.spendlight.testing.SharedFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real exports, with totals as another library reads them.
class RealFilesTest {
  @TempDir Path folder;

  @Test
  void realFilesPrint() {
    for (Path file : SharedFiles.requireAllIn("data")) {
      if (!file.toString().contains("amazon-")) {
        continue;
      }
      System.out.println(file + " -> " + new ImportSession(folder).run(file).files());
    }
  }
}
