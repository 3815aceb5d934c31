package dev.spendlight.model;

/// Prices of every token of a request whose prompt is not longer than a bound.
///
/// @param promptUpTo tokens of the whole prompt, those read from and written to the cache included;
///   [Long#MAX_VALUE] for any length
record PriceTier(long promptUpTo, TokenPrices prices) {}
