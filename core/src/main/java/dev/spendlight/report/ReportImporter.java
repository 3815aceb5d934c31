package dev.spendlight.report;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.DateRange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Reads report files into a store.
public interface ReportImporter {

  /// @param pulled the day on which the platform was asked
  /// @param covers the days that the reports were asked for, which makes days without a row known
  ///   zeros, and dates files that carry no date
  record Request(
      AccountId account, List<Path> files, LocalDate pulled, Optional<DateRange> covers) {}

  /// Told how far a long import is. Called often; must be quick.
  interface Progress {
    Progress NONE = (file, rows) -> {};

    void read(String file, long rows);
  }

  /// Reads all files of one command in one transaction. Good files land also when others are
  /// refused.
  ///
  /// @throws StoreException when the store cannot be written; nothing is kept then
  ImportResult read(Request request, Progress progress);
}
