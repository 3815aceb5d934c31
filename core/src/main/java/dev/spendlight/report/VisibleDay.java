package dev.spendlight.report;

import java.time.LocalDate;

/// What one pull of a report saw of one of its days, summed over the account. The day was `pulled -
/// day` days old then, and its orders as far along as they are at that age.
///
/// @param orders of the attribution window that was asked for
public record VisibleDay(LocalDate day, LocalDate pulled, long clicks, long orders) {}
