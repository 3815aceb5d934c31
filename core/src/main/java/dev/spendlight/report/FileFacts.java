package dev.spendlight.report;

import dev.spendlight.metric.DateRange;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// What is known of a report file once it has been read to its end.
///
/// @param name as the user gave it; shown, never opened again
/// @param contentHash SHA-256 of the content, hexadecimal
/// @param period first to last day; of a range file the period that it answers for. Absent for an
///   empty file whose period nobody told
/// @param days the days that count as delivered; empty for a range file
/// @param carried the columns that hold values; every other measure is absent, not 0
/// @param currency of its money, where the file tells
/// @param rowsRead rows after the header
/// @param rowsImported rows kept; the rest was skipped with a reason
public record FileFacts(
    String name,
    String contentHash,
    ReportKind kind,
    Grain grain,
    Optional<DateRange> period,
    SortedSet<LocalDate> days,
    Set<Measure> carried,
    Optional<Currency> currency,
    long rowsRead,
    long rowsImported) {}
