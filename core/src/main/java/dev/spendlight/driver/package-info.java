/// Why a figure changed, as parts that add up to the change exactly.
///
/// In: sums of two periods, of one entity or of every segment of a whole. Out: how much of the
/// change each factor ([Factors]) and each segment ([SegmentContribution]) makes. These are
/// identities, not tests: a part explains so much of a change; whether the change is more than
/// chance is a question for `statistics`.
///
/// Start with [Decomposition]; [Localisation] names the few entities in which a change sits.
@NullMarked
package dev.spendlight.driver;

import org.jspecify.annotations.NullMarked;
