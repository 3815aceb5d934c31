package dev.spendlight.reports;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.FileResult;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.Refused;
import dev.spendlight.report.ReportImporter;
import dev.spendlight.report.ReportRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Writes small files and imports them, so that a test is a few lines.
final class ImportSession {
  static final AccountId ACCOUNT = new AccountId("a1");
  static final LocalDate PULLED = LocalDate.parse("2026-11-24");

  final RecordingStore store = new RecordingStore();
  private final Path folder;
  private Optional<DateRange> covers = Optional.empty();
  private LocalDate pulled = PULLED;

  ImportSession(Path folder) {
    this.folder = folder;
  }

  ImportSession settings(AccountSettings settings) {
    store.save(ACCOUNT, settings);
    return this;
  }

  ImportSession covering(String from, String to) {
    covers = Optional.of(new DateRange(LocalDate.parse(from), LocalDate.parse(to)));
    return this;
  }

  ImportSession pulled(String day) {
    pulled = LocalDate.parse(day);
    return this;
  }

  Path file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path file(String name, byte[] bytes) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      return Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportResult run(Path... files) {
    return new ReportFileImporter(store)
        .read(
            new ReportImporter.Request(ACCOUNT, List.of(files), pulled, covers),
            ReportImporter.Progress.NONE);
  }

  FileResult one(String name, byte[] bytes) {
    List<FileResult> results = run(file(name, bytes)).files();
    if (results.size() != 1) {
      throw new AssertionError("Not one result: " + results);
    }
    return results.getFirst();
  }

  FileResult one(String name, String text) {
    return one(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Imported imported(String name, String text) {
    return imported(one(name, text));
  }

  Imported imported(String name, byte[] bytes) {
    return imported(one(name, bytes));
  }

  static Imported imported(FileResult result) {
    if (result instanceof Imported imported) {
      return imported;
    }
    throw new AssertionError("Not imported: " + result);
  }

  String refused(String name, String text) {
    return refused(one(name, text));
  }

  String refused(String name, byte[] bytes) {
    return refused(one(name, bytes));
  }

  static String refused(FileResult result) {
    if (result instanceof Refused refused) {
      return refused.reason();
    }
    throw new AssertionError("Not refused: " + result);
  }

  /// The rows of the file kept last.
  List<ReportRow> rows() {
    return store.files.getLast().rows();
  }
}
