package dev.spendlight.grounding;

import dev.spendlight.fact.Fact;

/// Two facts of one finding that may be held against each other.
///
/// @param current what is, in the finding's days
/// @param reference what was before, would be usual or is wanted
record Contrast(Fact current, Fact reference, With with) {

  /// What a figure is held against.
  enum With {
    /// The same metric in the days before.
    BEFORE,
    /// What would have been usual.
    USUAL,
    /// The target ACOS, or the account's own ACOS.
    WANTED
  }

  /// 1 where the current figure is above the reference, -1 below, 0 at it.
  int sign() {
    return current.figure().value().compareTo(reference.figure().value());
  }

  /// By how much the larger figure is above the smaller, as a multiple; huge where one is zero.
  double times() {
    double one = Math.abs(current.figure().value().doubleValue());
    double other = Math.abs(reference.figure().value().doubleValue());
    double least = Math.min(one, other);
    return least == 0 ? Double.MAX_VALUE : Math.max(one, other) / least;
  }
}
