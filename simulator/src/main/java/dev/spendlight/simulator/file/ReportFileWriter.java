package dev.spendlight.simulator.file;

import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Writes rows as a report file of one dialect.
///
/// ```java
/// new ReportingJson(Currency.getInstance("USD")).write(ReportKind.TARGETING, rows, path);
/// new ConsoleCsv(ConsoleStyle.of(Marketplace.IN)).write(ReportKind.CAMPAIGN, rows, path);
/// ```
///
/// Writers are immutable and may be shared by threads.
public sealed interface ReportFileWriter permits ReportingJson, ConsoleCsv, ConsoleXlsx {

  /// What a row of the file stands for in time. Daily files take the day from [ReportRow#from()].
  Grain grain();

  /// Whether the platform has this report in this dialect.
  boolean writes(ReportKind kind);

  /// The measures that such a file has columns for. The others are lost in writing.
  Set<Measure> carried(ReportKind kind);

  /// Whether its rows name things by the platform's ids beside their names.
  boolean hasIds();

  /// The name that the platform gives such a file.
  String fileName(ReportKind kind);

  /// Begins a file.
  ///
  /// @throws IllegalArgumentException when the platform has no such report in this dialect
  RowWriter open(ReportKind kind, OutputStream out) throws IOException;

  /// Writes a whole file and closes the stream.
  default void write(ReportKind kind, Iterable<ReportRow> rows, OutputStream out)
      throws IOException {
    try (RowWriter file = open(kind, out)) {
      for (ReportRow row : rows) {
        file.write(row);
      }
    }
  }

  /// Writes a whole file, over the one that is there.
  default void write(ReportKind kind, Iterable<ReportRow> rows, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      write(kind, rows, out);
    }
  }
}
