package dev.spendlight.reports;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.Empty;
import dev.spendlight.report.ImportResult.FileResult;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.Refused;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.ImportTransaction.FileRows;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportImporter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.ZipException;

/// Imports Sponsored Products reports: rows of the reporting API (JSON) and console exports (CSV,
/// XLSX), each also in gzip or in a zip file. Holds no state: threads may share one.
///
/// Files are streamed. A file that cannot be read to its end, or is no report, is refused with one
/// sentence and leaves nothing; the other files of the command land. Content that one command holds
/// twice is read once.
public final class ReportFileImporter implements ReportImporter {
  private final PerformanceStore store;

  /// @param store where rows go; not closed here
  public ReportFileImporter(PerformanceStore store) {
    this.store = store;
  }

  @Override
  public ImportResult read(Request request, Progress progress) {
    AccountSettings settings = store.settings(request.account()).orElseGet(AccountSettings::unset);
    try (ImportTransaction transaction = store.begin(request.account(), request.pulled())) {
      Command command = new Command(request, progress, transaction, settings);
      InputFiles.of(request.files()).forEach(command::read);
      return new ImportResult(request.account(), command.commit(), List.copyOf(command.results));
    }
  }

  /// One import command while it runs.
  private static final class Command {
    private final Request request;
    private final Progress progress;
    private final ImportTransaction transaction;
    private final List<FileResult> results = new ArrayList<>();
    private final Map<String, String> kept = new HashMap<>();
    private AccountSettings settings;

    Command(
        Request request,
        Progress progress,
        ImportTransaction transaction,
        AccountSettings settings) {
      this.request = request;
      this.progress = progress;
      this.transaction = transaction;
      this.settings = settings;
    }

    void read(InputFiles.Input input) {
      switch (input) {
        case InputFiles.Input.Absent file -> results.add(new Refused(file.name(), file.reason()));
        case InputFiles.Input.Present file -> read(file.name(), file.path());
      }
    }

    private void read(String name, Path file) {
      try {
        Content content = Content.of(name, file);
        if (!OpenTable.Magic.isZip(content.head())) {
          readReport(content);
          return;
        }
        try (Archive archive = Archive.open(name, file)) {
          if (!archive.isWorkbook()) {
            archive.members().forEach(this::readReport);
            return;
          }
        }
        readReport(content);
      } catch (IOException e) {
        results.add(new Refused(name, sentence(e)));
      } catch (Refusal e) {
        results.add(new Refused(name, e.sentence()));
      }
    }

    private void readReport(Content content) {
      try (OpenTable open = OpenTable.of(content)) {
        if (open.table() instanceof JsonTable json && json.isEmpty()) {
          results.add(new Empty(content.name()));
          return;
        }
        FileImport file = new FileImport(content.name(), request, settings, kept);
        try (FileRows rows = transaction.open()) {
          FileResult result = file.read(open.table(), rows, progress);
          results.add(result);
          if (result instanceof Imported imported) {
            kept.put(imported.facts().contentHash(), imported.file());
            learnCurrency(imported);
          }
        }
      } catch (IOException e) {
        results.add(new Refused(content.name(), sentence(e)));
      } catch (Refusal e) {
        results.add(new Refused(content.name(), e.sentence()));
      }
    }

    /// An account that has no currency gets that of its first file which tells one.
    private void learnCurrency(Imported imported) {
      if (settings.effectiveCurrency().isEmpty() && imported.facts().currency().isPresent()) {
        settings = settings.withCurrency(imported.facts().currency().get());
        transaction.save(settings);
      }
    }

    OptionalLong commit() {
      boolean valid =
          results.stream().anyMatch(each -> each instanceof Imported || each instanceof Empty);
      if (!valid) {
        return OptionalLong.empty();
      }
      long id = transaction.commit();
      return results.stream().anyMatch(Imported.class::isInstance)
          ? OptionalLong.of(id)
          : OptionalLong.empty();
    }

    private static String sentence(IOException e) {
      return switch (e) {
        case EOFException cut ->
            "It is cut off: its packed data ends too early; download it again.";
        case ZipException damaged -> Archive.refusal(damaged).sentence();
        case MeteredStream.TooLargeException large -> String.valueOf(large.getMessage());
        case FileSystemException unreadable ->
            "It cannot be read from the disk; check that it exists and its permissions.";
        default -> "It is damaged or not what it seems to be; download or export it again.";
      };
    }
  }
}
