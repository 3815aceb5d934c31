package dev.spendlight.evaluation.score;

/// Findings of context (the market moved, a day is missing), which are no problems of their own.
///
/// @param truths how many there were
/// @param claims how many were told
/// @param right how many of those told there were
public record ContextCount(int truths, int claims, int right) {
  public static final ContextCount NONE = new ContextCount(0, 0, 0);

  public ContextCount plus(ContextCount other) {
    return new ContextCount(truths + other.truths, claims + other.claims, right + other.right);
  }
}
