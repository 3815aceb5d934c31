/// Folders to stores, stores to claims, claims to scores.
///
/// Start with [AccountRun]. Uses the packages before it, the importer and the store.
@NullMarked
package dev.spendlight.evaluation.run;

import org.jspecify.annotations.NullMarked;
