/// Scans: where in an account, and since when, something left what its own history allows.
///
/// In: an `AccountHistory`. Out: sets of units (a product, a campaign, one of its ad groups or
/// match types, a target) with what was seen, what was due, and the chance of that. A scan knows
/// the account's common level of those days, how complete young days are, and how much the
/// account's weeks differ anyway. What a departure means is said in `finding`. Start with
/// [ConversionScan]. Uses `statistics`, `history` and what stands before them.
@NullMarked
package dev.spendlight.scan;

import org.jspecify.annotations.NullMarked;
