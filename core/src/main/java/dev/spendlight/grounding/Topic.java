package dev.spendlight.grounding;

/// What reports do not show. It may be named as something that may be or is to be checked, and only
/// where it fits the kind of finding.
enum Topic implements Meaning {
  PRICE,
  REVIEWS,
  COMPETITION,
  STOCK,
  PAGE,
  SERVING,
  BASKET,
  REPORTING,
  RELEVANCE,
  DEMAND,
  PROMOTION,
  /// Fits no kind of finding.
  OUTSIDE
}
