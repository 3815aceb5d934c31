package dev.spendlight.evaluation.score;

import java.util.List;
import java.util.OptionalDouble;

/// How close told impacts are to true ones.
///
/// @param ratios told over true, of right claims that tell an impact about truths that have one
public record ImpactFit(List<Double> ratios) {
  private static final double TWICE = 2;

  static ImpactFit of(List<Verdict.Right> right) {
    return new ImpactFit(
        right.stream()
            .filter(each -> each.claim().weeklyImpact() > 0 && each.truth().weeklyImpact() > 0)
            .map(each -> each.claim().weeklyImpact() / each.truth().weeklyImpact())
            .toList());
  }

  /// Median of |ratio - 1|.
  public OptionalDouble error() {
    return Median.of(ratios.stream().map(each -> Math.abs(each - 1)).toList());
  }

  /// Median ratio; 1 is unbiased.
  public OptionalDouble bias() {
    return Median.of(ratios);
  }

  /// Share of ratios from a half to two.
  public OptionalDouble withinTwice() {
    long close = ratios.stream().filter(each -> each >= 1 / TWICE && each <= TWICE).count();
    return Counts.share((double) close, ratios.size());
  }
}
