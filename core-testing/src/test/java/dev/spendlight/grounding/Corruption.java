package dev.spendlight.grounding;

import dev.spendlight.analysis.AnalysisDraft;

/// A draft that was true and says one thing now that is not.
///
/// @param text what the changed text says
record Corruption(Family family, String text, AnalysisDraft draft) {

  /// What was made wrong.
  enum Family {
    NUMBER,
    UNIT,
    SIGN,
    DIRECTION,
    METRIC,
    ENTITY,
    PERIOD,
    ESTIMATE,
    ACTION,
    CAUSE,
    SUPERLATIVE,
    COUNT;

    /// Whether some may pass: words for causes and ranks have no end.
    boolean isOpen() {
      return this == CAUSE || this == SUPERLATIVE || this == COUNT;
    }
  }
}
