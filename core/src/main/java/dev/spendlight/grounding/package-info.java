/// Checks a draft against the facts, and renders what passes.
///
/// In: an `AnalysisDraft` and its `FactSheet`. Out: a [Grounding.Outcome]: the analysis with the
/// facts it cites, or the list of violations. Model and rules pass the same way. Uses `reply` and
/// what stands before it.
///
/// Start with [Grounding], then `DraftCheck`, which lists the checks. A `Passage` is one text taken
/// apart; `Evidences` are what the facts show held against each other; the words are in the
/// lexicon's files beside this package.
@NullMarked
package dev.spendlight.grounding;

import org.jspecify.annotations.NullMarked;
