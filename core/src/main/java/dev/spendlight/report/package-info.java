/// Rows of reports, how they are kept, and the ports that importers and stores implement.
///
/// In: report files, by way of [ReportImporter]. Kept by: a [PerformanceStore]. What is kept is
/// never changed: each import is a snapshot with its pull day, and which snapshot answers for a day
/// is decided when it is asked (package `history`). Uses `account` and `metric`.
@NullMarked
package dev.spendlight.report;

import org.jspecify.annotations.NullMarked;
