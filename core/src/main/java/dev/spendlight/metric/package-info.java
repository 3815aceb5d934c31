/// The figures of advertising: sums, ratios of sums, money, periods.
///
/// Start with [Metrics]. Uses nothing else of Spendlight.
@NullMarked
package dev.spendlight.metric;

import org.jspecify.annotations.NullMarked;
