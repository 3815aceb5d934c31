package dev.spendlight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FuzzTest {
  private static final int FILES = 200;
  private static final long SEED = 20_261_124;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void damagedFilesAreKeptWholeOrLeaveNothing(FuzzRun.Target target) {
    assertThat(new FuzzRun(folder).run(target, FILES, SEED)).isBetween(0, FILES);
  }
}
