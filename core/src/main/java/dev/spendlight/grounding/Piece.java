package dev.spendlight.grounding;

/// Which part of an answer a text is.
enum Piece {
  INSIGHT,
  ISSUE,
  RECOMMENDATION,
  IMPACT,
  SUMMARY;

  /// Whether it belongs to an opportunity, and so to one finding.
  boolean isOfOpportunity() {
    return this == ISSUE || this == RECOMMENDATION || this == IMPACT;
  }
}
