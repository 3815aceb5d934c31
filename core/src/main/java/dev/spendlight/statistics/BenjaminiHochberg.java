package dev.spendlight.statistics;

import java.util.Arrays;
import java.util.Collection;

/// Which of many tests to believe, so that on average at most a share `rate` of the believed ones
/// are false.
///
/// With `m` p-values in order, the largest rank `r` with `p(r) ≤ r · rate / m` is sought; every
/// p-value up to `threshold = r · rate / m` is rejected. Equal p-values share one fate. Run it once
/// for each level of a hierarchy (products, campaigns, keywords): thousands of keywords must not
/// decide about ten products.
///
/// Example: rate 0.05 over 0.0001, 0.004, 0.019, 0.03, 0.04, 0.2, 0.5, 0.8 rejects two, threshold
/// 0.0125; the adjusted values are 0.0008, 0.016, 0.0507, 0.06, 0.064, 0.267, 0.571, 0.8.
///
/// Source: Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57, 289-300.
public final class BenjaminiHochberg {
  private final double threshold;
  private final int rejections;
  private final double[] adjusted;
  private final boolean[] rejected;

  private BenjaminiHochberg(
      double threshold, int rejections, double[] adjusted, boolean[] rejected) {
    this.threshold = threshold;
    this.rejections = rejections;
    this.adjusted = adjusted;
    this.rejected = rejected;
  }

  /// @param rate the false discovery rate, between 0 and 1
  /// @param pValues each from 0 to 1, in any order; may be none
  /// @throws IllegalArgumentException for a rate or p-value out of range
  public static BenjaminiHochberg of(double rate, Collection<Double> pValues) {
    return of(rate, pValues.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// As [#of(double, Collection)].
  public static BenjaminiHochberg of(double rate, double... pValues) {
    Arguments.insideUnit("A false discovery rate", rate);
    int m = pValues.length;
    double[] sorted = pValues.clone();
    for (double p : sorted) {
      Arguments.probability("A p-value", p);
    }
    Arrays.sort(sorted);
    int rank = m;
    while (rank > 0 && sorted[rank - 1] > rank * rate / m) {
      rank--;
    }
    double threshold = m == 0 ? 0 : rank * rate / m;
    double[] bySort = new double[m];
    double least = 1;
    for (int i = m - 1; i >= 0; i--) {
      // Never below the p-value itself, as rounding would have it for the last one.
      least = Math.min(least, Math.max(sorted[i], sorted[i] * m / (i + 1)));
      bySort[i] = least;
    }
    double[] adjusted = new double[m];
    boolean[] rejected = new boolean[m];
    for (int i = 0; i < m; i++) {
      // Any of several equal values will do: their adjusted values are equal too.
      int place = Arrays.binarySearch(sorted, pValues[i]);
      adjusted[i] = bySort[place];
      rejected[i] = rank > 0 && pValues[i] <= sorted[rank - 1];
    }
    return new BenjaminiHochberg(threshold, rank, adjusted, rejected);
  }

  /// The largest p-value that would have been rejected, `r · rate / m`; 0 when nothing is rejected.
  public double threshold() {
    return threshold;
  }

  /// How many are rejected.
  public int rejections() {
    return rejections;
  }

  /// Whether the p-value at this place of the input is rejected.
  public boolean isRejected(int index) {
    return rejected[index];
  }

  /// The smallest rate at which the p-value at this place of the input would be rejected.
  public double adjusted(int index) {
    return adjusted[index];
  }
}
