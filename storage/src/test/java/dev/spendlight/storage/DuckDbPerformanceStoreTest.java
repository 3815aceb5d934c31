package dev.spendlight.storage;

import dev.spendlight.report.PerformanceStore;
import dev.spendlight.testing.PerformanceStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbPerformanceStoreTest extends PerformanceStoreContract {
  @TempDir Path folder;

  @Override
  protected PerformanceStore open() {
    return new DuckDbPerformanceStore(folder.resolve("data"));
  }
}
