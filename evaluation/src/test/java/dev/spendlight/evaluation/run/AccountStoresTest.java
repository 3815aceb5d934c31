package dev.spendlight.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.evaluation.SimulatedFolders;
import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.evaluation.truth.FolderException;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.PerformanceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountStoresTest {
  @TempDir Path temp;

  private List<Delivery> deliveries(WrittenSource source) {
    AccountFolder account = source.describe();
    try (PerformanceStore store = new AccountStores(temp.resolve("work")).open(source, account)) {
      assertThat(store.settings(account.account())).contains(account.settings());
      return store.deliveries(account.account());
    }
  }

  @Test
  void anAccountIsImportedOnceAndAgainWhenAFileChanged() throws IOException {
    Path folder = SimulatedFolders.clean(temp.resolve("accounts"), 8);
    WrittenSource source = new WrittenSource(folder);
    List<Delivery> first = deliveries(source);
    Path store = onlyStore();
    Files.writeString(store.resolveSibling("untouched"), "");
    assertThat(deliveries(source)).isEqualTo(first);
    assertThat(store.resolveSibling("untouched")).exists();

    Files.writeString(folder.resolve("2026-03-01").resolve("more.json"), "[]");
    deliveries(source);
    assertThat(store.resolveSibling("untouched")).doesNotExist();

    Files.writeString(folder.resolve("2026-03-01").resolve("broken.json"), "[{");
    assertThatThrownBy(() -> deliveries(source))
        .isInstanceOf(FolderException.class)
        .hasMessageContaining("broken.json");
  }

  private Path onlyStore() throws IOException {
    try (var files = Files.walk(temp.resolve("work"))) {
      return files.filter(each -> each.endsWith("imported")).findFirst().orElseThrow();
    }
  }
}
