package dev.spendlight.report;

import java.time.LocalDate;

/// How an entity was set, by which pull.
///
/// @param day the day of the row that told it
public record StateAt(RowKey key, EntityState state, LocalDate day, LocalDate pulled) {}
