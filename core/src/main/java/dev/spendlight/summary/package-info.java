/// The state of an account over a week: totals, the campaigns that spend most, what stands out,
/// what to beware of.
///
/// In: an `AccountView`. Out: an [AccountSummary]. Uses `history` and what stands before it.
@NullMarked
package dev.spendlight.summary;

import org.jspecify.annotations.NullMarked;
