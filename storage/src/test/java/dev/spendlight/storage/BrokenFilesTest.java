package dev.spendlight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.StoreException;
import dev.spendlight.testing.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrokenFilesTest {
  private static final AccountId ACCOUNT = new AccountId("acme");
  private static final AccountId HEALTHY = new AccountId("healthy");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5_000, 300_000})
  void aFileThatIsNoDatabaseIsNamedInTheSentence(int size) throws IOException {
    byte[] junk = new byte[size];
    new Random(size).nextBytes(junk);
    Path file = write(junk);
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(folder)) {
      assertRefused(store, file, "is not a data file of Spendlight");
      assertThat(file).hasBinaryContent(junk);
      assertThat(store.delete(ACCOUNT)).isTrue();
      imported(store, ACCOUNT);
      assertThat(store.deliveries(ACCOUNT)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 50, 90, 99})
  void aFileThatWasCutOffIsNamedInTheSentence(int percent) throws IOException {
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(folder)) {
      imported(store, ACCOUNT);
      imported(store, HEALTHY);
    }
    Path file = file();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length * percent / 100));
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(folder)) {
      assertRefused(store, file, "is damaged: restore it from a backup, or delete the account");
      assertThat(store.deliveries(HEALTHY)).hasSize(1);
      assertThat(store.accounts()).containsExactly(ACCOUNT, HEALTHY);
      assertThat(store.delete(ACCOUNT)).isTrue();
      imported(store, ACCOUNT);
      assertThat(store.deliveries(ACCOUNT)).hasSize(1);
    }
  }

  @Test
  void otherFilesInTheFolderAreNoAccounts() throws IOException {
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(folder)) {
      imported(store, HEALTHY);
      Files.writeString(file().resolveSibling("README.txt"), "hello");
      Files.writeString(file().resolveSibling("healthy (copy).duckdb"), "hello");
      Files.createDirectory(file().resolveSibling("folder"));
      assertThat(store.accounts()).containsExactly(HEALTHY);
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamedInTheSentence() throws IOException {
    Path data = Files.writeString(folder.resolve("data"), "I am a file.");
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(data)) {
      assertThatThrownBy(() -> imported(store, ACCOUNT))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(data.toString())
          .hasMessageContaining("choose another one");
    }
  }

  @Test
  void theFolderIsMadeWhenSomethingIsWrittenAndNotBefore() {
    Path data = folder.resolve("not").resolve("there yet's");
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(data)) {
      assertThat(store.accounts()).isEmpty();
      assertThat(store.settings(ACCOUNT)).isEmpty();
      assertThat(store.delete(ACCOUNT)).isFalse();
      assertThat(folder.resolve("not")).doesNotExist();
      imported(store, ACCOUNT);
      assertThat(store.deliveries(ACCOUNT)).hasSize(1);
    }
  }

  @Test
  void deletingLeavesNoFile() throws IOException {
    AccountId longName = new AccountId("広".repeat(128));
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(folder)) {
      imported(store, ACCOUNT);
      imported(store, longName);
      store.delete(ACCOUNT);
      store.delete(longName);
    }
    try (var left = Files.list(folder.resolve("accounts"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void anImportThatCameToNothingLeavesNoFile() throws IOException {
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(folder)) {
      try (var transaction = store.begin(ACCOUNT, DAY)) {
        SampleReport.daily(ReportKind.CAMPAIGN)
            .clicks(DAY, RowKey.campaign("c", "C"), 1)
            .writeTo(transaction);
      }
    }
    try (var left = Files.list(folder.resolve("accounts"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFileThatKeptItsMarkThoughItWasCommittedIsAnAccount() throws IOException {
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(folder)) {
      imported(store, ACCOUNT);
      Files.writeString(Path.of(file() + ".new"), "");
      assertThat(store.accounts()).containsExactly(ACCOUNT);
      store.begin(ACCOUNT, DAY).close();
      assertThat(store.deliveries(ACCOUNT)).hasSize(1);
      assertThat(store.delete(ACCOUNT)).isTrue();
    }
  }

  private static void imported(DuckDbPerformanceStore store, AccountId account) {
    SampleReport report = SampleReport.daily(ReportKind.CAMPAIGN);
    for (int i = 0; i < 20_000; i++) {
      report.clicks(DAY, RowKey.campaign("c" + i, "Campaign " + i), i);
    }
    report.importInto(store, account, DAY);
  }

  private static void assertRefused(DuckDbPerformanceStore store, Path file, String words) {
    assertThatThrownBy(
            () -> {
              store.settings(ACCOUNT);
              store.identities(ACCOUNT);
            })
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(words);
    assertThatThrownBy(
            () -> {
              store.save(ACCOUNT, AccountSettings.unset());
              imported(store, ACCOUNT);
            })
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(words);
  }

  private Path file() {
    return new AccountFiles(folder).file(ACCOUNT);
  }

  private Path write(byte[] content) throws IOException {
    Files.createDirectories(file().getParent());
    return Files.write(file(), content);
  }
}
