package dev.spendlight.simulator;

/// A search term as one target meets it.
///
/// @param share of the target's clicks
/// @param conversion relative to the target's own; the mean over the shares is 1 unless something
///   is planted
record TermPlan(String text, double share, double conversion) {}
