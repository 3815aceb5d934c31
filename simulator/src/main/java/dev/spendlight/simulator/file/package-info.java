/// Writers of report files, in every dialect that Amazon has been seen to use.
///
/// In: [dev.spendlight.report.ReportRow]s. Out: files that look like the platform's own: Reporting
/// v3 JSON, console CSV and console workbooks, with their spellings, date and money forms, blanks
/// and oddities. The same rows give the same bytes, always. Rows are written as they come, so a
/// file may be larger than memory.
///
/// Start with [ReportFileWriter]. To add a language, add a column to `console-headers.tsv`.
@NullMarked
package dev.spendlight.simulator.file;

import org.jspecify.annotations.NullMarked;
