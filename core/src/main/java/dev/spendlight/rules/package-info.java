/// The rules analyst: writes a draft from the facts without any model.
///
/// In: a `FactSheet`. Out: an `AnalysisDraft`, as a model would yield it; it passes the same checks
/// and the same rendering. Uses `analysis` and what stands before it.
@NullMarked
package dev.spendlight.rules;

import org.jspecify.annotations.NullMarked;
