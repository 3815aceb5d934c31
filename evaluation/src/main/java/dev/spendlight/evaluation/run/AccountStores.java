package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.evaluation.truth.FolderException;
import dev.spendlight.evaluation.truth.ReportMorning;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.Refused;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.service.ImportService;
import dev.spendlight.storage.DuckDbPerformanceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Imported accounts, kept in a work folder so that a second run only judges.
///
/// An account is imported again when its files, the importer or the store changed.
///
/// @param work made when the first account is imported
public record AccountStores(Path work) {
  /// The account's store with all its mornings imported, oldest first, and its settings as told.
  ///
  /// Everything is imported before anything is judged: which pull counts for an earlier morning is
  /// for the as-of day to say, as it is for a user who asks late.
  ///
  /// @throws FolderException when a file is refused
  public PerformanceStore open(AccountSource source, AccountFolder account) {
    Path folder = folder(account);
    Marker imported = new Marker(folder.resolve("imported"));
    String state = source.state() + Fingerprint.importer();
    if (!imported.says(state)) {
      source.provide();
      importAgain(account, folder);
      imported.write(state);
      source.discard();
    }
    PerformanceStore store = new DuckDbPerformanceStore(folder);
    // The description may tell other settings than it did when the files were imported.
    if (!store.settings(account.account()).equals(Optional.of(account.settings()))) {
      store.save(account.account(), account.settings());
    }
    return store;
  }

  private Path folder(AccountFolder account) {
    String variant = account.profile() + (account.clean() ? "-clean" : "");
    return work.resolve("stores")
        .resolve(plain(account.generator()))
        .resolve(plain(variant))
        .resolve(plain(account.account().value()) + "-" + account.seed());
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9.-]", "_");
  }

  private static void importAgain(AccountFolder account, Path folder) {
    Folders.delete(folder);
    try (PerformanceStore store = new DuckDbPerformanceStore(folder)) {
      store.save(account.account(), account.settings());
      ImportService imports = new ImportService(store, new ReportFileImporter(store));
      for (ReportMorning morning : account.mornings()) {
        Request request =
            new Request(
                account.account(), files(morning.folder()), morning.pulled(), Optional.empty());
        requireAll(imports.read(request, Progress.NONE).result());
      }
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new FolderException("%s is not a folder of report files.".formatted(folder), e);
    }
  }

  private static void requireAll(ImportResult result) {
    for (ImportResult.FileResult file : result.files()) {
      if (file instanceof Refused(String name, String reason)) {
        throw new FolderException("%s was refused: %s".formatted(name, reason));
      }
    }
  }
}
