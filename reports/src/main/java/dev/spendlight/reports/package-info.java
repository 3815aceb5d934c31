/// Report files and API payloads to rows.
///
/// In: files of a [dev.spendlight.report.ReportImporter.Request]. Out: rows in a
/// [dev.spendlight.report.PerformanceStore], and one result a file. Start with
/// [ReportFileImporter]; then one [Table] a format (`CsvTable`, `JsonTable`, `XlsxTable`), which
/// hands its cells to `RowBuilder`.
///
/// What a column is called is data: `headers/*.headers`, one file a language. To add a language,
/// add a file and name it in `Dialect`.
@NullMarked
package dev.spendlight.reports;

import org.jspecify.annotations.NullMarked;
