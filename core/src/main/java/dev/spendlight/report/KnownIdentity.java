package dev.spendlight.report;

import dev.spendlight.metric.DateRange;

/// That files with ids called a campaign, ad group or target so, and when.
///
/// @param key down to the target, ids and names as one file has them
/// @param days first to last day with such a row
public record KnownIdentity(RowKey key, DateRange days) {}
