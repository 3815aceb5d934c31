package dev.spendlight.report;

import java.time.LocalDate;

/// One row of a report.
///
/// @param from first day the row stands for
/// @param to last day, the same as `from` in a daily report
public record ReportRow(
    LocalDate from, LocalDate to, RowKey key, Measures measures, EntityState state) {}
