package dev.spendlight.analysis;

import java.util.List;

/// The answer as the platform gets it.
///
/// @param keyInsights at most 3, each under 80 characters
/// @param topOpportunities at most 3
/// @param summary 2 or 3 sentences
public record AccountAnalysis(
    OverallHealth overallHealth,
    List<String> keyInsights,
    List<Opportunity> topOpportunities,
    String summary) {

  public static final int MOST_INSIGHTS = 3;
  public static final int MOST_OPPORTUNITIES = 3;

  /// An insight is shorter than this, in characters as a person counts them (code points).
  public static final int INSIGHT_LENGTH = 80;

  /// @param campaignId the campaign with most of the impact
  public record Opportunity(
      String campaignId, String issue, String recommendation, String estimatedImpact) {}
}
