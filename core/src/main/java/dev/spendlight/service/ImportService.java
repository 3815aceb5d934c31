package dev.spendlight.service;

import dev.spendlight.history.LaterPull;
import dev.spendlight.history.Vanished;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportImporter;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import java.util.List;

/// Imports report files and says what that did to the days that were there before.
public final class ImportService {
  private final PerformanceStore store;
  private final ReportImporter importer;

  public ImportService(PerformanceStore store, ReportImporter importer) {
    this.store = store;
    this.importer = importer;
  }

  /// @param vanished what had spend in an earlier pull and has no row in this one, largest spend
  ///   first
  public record Outcome(ImportResult result, List<Vanished> vanished) {}

  /// Rows that an earlier import of the same pull day left, and that this one replaces, are removed
  /// for good.
  public Outcome read(Request request, Progress progress) {
    ImportResult result = importer.read(request, progress);
    if (result.importId().isEmpty()) {
      return new Outcome(result, List.of());
    }
    long importId = result.importId().getAsLong();
    LaterPull later = new LaterPull(store);
    List<Vanished> vanished = later.vanished(request.account(), importId);
    later
        .superseded(request.account(), importId)
        .forEach(each -> store.forget(request.account(), each));
    return new Outcome(result, vanished);
  }
}
