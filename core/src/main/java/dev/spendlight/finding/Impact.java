package dev.spendlight.finding;

import java.math.BigDecimal;

/// What a finding costs or could bring in a week.
///
/// @param amount positive, account currency
/// @param basis how it was computed, in words
public record Impact(BigDecimal amount, String basis) {}
