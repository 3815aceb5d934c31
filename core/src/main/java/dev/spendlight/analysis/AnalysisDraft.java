package dev.spendlight.analysis;

import java.util.List;

/// What an analyst writes, a model or rules alike: text in which every figure is a placeholder
/// `{f12}` and every thing an alias `{c4}`. No free digits.
///
/// @param insights at most 3 texts
/// @param opportunities at most 3
/// @param summary 2 or 3 sentences
public record AnalysisDraft(
    OverallHealth overallHealth,
    List<String> insights,
    List<DraftOpportunity> opportunities,
    List<String> summary) {

  /// @param finding the id of the finding it is about
  public record DraftOpportunity(
      String finding, String issue, String recommendation, String estimatedImpact) {}
}
