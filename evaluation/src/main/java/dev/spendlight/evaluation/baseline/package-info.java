/// Fixed rules, as spreadsheets and blogs have them: what findings must be better than.
///
/// Start with [FixedRules]. Uses `score`, `truth` and core.
@NullMarked
package dev.spendlight.evaluation.baseline;

import org.jspecify.annotations.NullMarked;
