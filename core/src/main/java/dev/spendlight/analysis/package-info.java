/// The answer: the draft that an analyst writes, and the analysis that leaves the layer.
///
/// In: a `FactSheet`, through an [Analyst]. Out: an [AnalysisDraft] with placeholders, which
/// `grounding` checks and renders into an [AccountAnalysis]; around it an [AnalysisResult]. Uses
/// `fact` and what stands before it.
@NullMarked
package dev.spendlight.analysis;

import org.jspecify.annotations.NullMarked;
