/// Checks a draft against the facts, and renders what passes.
///
/// In: an `AnalysisDraft` and its `FactSheet`. Out: a [Grounding.Outcome]: the analysis with the
/// facts it cites, or the list of violations. Model and rules pass the same way. Uses `reply` and
/// what stands before it.
@NullMarked
package dev.spendlight.grounding;

import org.jspecify.annotations.NullMarked;
