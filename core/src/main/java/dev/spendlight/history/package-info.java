/// What was known of an account on a given morning: which pull answers for which day, which report
/// for which window, and which names are the same thing.
///
/// In: what a `PerformanceStore` holds. Out: an [AccountView], and from it selections and
/// [EntityRows]. All rules of time and overlap stand here and nowhere else. Uses `account`,
/// `metric`, `report`.
@NullMarked
package dev.spendlight.history;

import org.jspecify.annotations.NullMarked;
