package dev.spendlight.report;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.Metrics;
import java.util.List;
import java.util.OptionalLong;

/// What became of each file of an import command, in the order given.
///
/// @param importId of what was kept; empty when nothing was
public record ImportResult(AccountId account, OptionalLong importId, List<FileResult> files) {

  /// What became of one file.
  public sealed interface FileResult {
    /// As the user gave it; of a file inside an archive `archive.zip/name`.
    String file();
  }

  /// @param totals sums over the rows kept, with the account's attribution window, else the one it
  ///   carries
  /// @param ignoredColumns headers that this reader does not know
  /// @param notes what else a person should know, one sentence each
  public record Imported(
      String file,
      FileFacts facts,
      Metrics totals,
      List<SkippedRows> skipped,
      List<String> ignoredColumns,
      List<String> notes)
      implements FileResult {}

  /// A valid report without rows that does not tell which report it is (`[]`).
  public record Empty(String file) implements FileResult {}

  /// Left alone because another file of the same command has the very same content.
  public record Repeated(String file, String sameAs) implements FileResult {}

  /// @param reason one sentence: what is wrong, where, what to do
  public record Refused(String file, String reason) implements FileResult {}

  /// @param firstLine of the first such row; counted from 1, the header included
  public record SkippedRows(String reason, long count, long firstLine) {}

  public boolean anyRefused() {
    return files.stream().anyMatch(Refused.class::isInstance);
  }
}
