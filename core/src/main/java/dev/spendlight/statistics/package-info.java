/// What a count may be by chance alone: distributions, tests and estimates, as pure functions of
/// numbers.
///
/// In: counts (orders, clicks), expectations, sizes of baselines. Out: tail probabilities, priors,
/// thresholds. Nothing here knows what a campaign is; `finding` decides what a small probability
/// means.
///
/// Start with [GammaPoisson], the test behind most findings, and [ConversionPriors], which says
/// what a target's conversion rate should be judged by. Everything is immutable and safe for use by
/// several threads.
@NullMarked
package dev.spendlight.statistics;

import org.jspecify.annotations.NullMarked;
