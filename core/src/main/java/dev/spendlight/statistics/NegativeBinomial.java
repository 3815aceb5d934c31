package dev.spendlight.statistics;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/// The negative binomial distribution with a real size: a Poisson count whose mean is itself
/// uncertain, gamma distributed with shape `size`. Its variance is `mean + mean² / size`; an
/// infinite size is the Poisson distribution.
///
/// With `p = size / (size + mean)`: `P(X ≤ k) = I_p(size, k + 1)`, `I` the regularised incomplete
/// beta function (DLMF 8.17.5 with 26.3). Example: size 54.545…, mean 24, `P(X ≤ 6)` = 0.000129385.
///
/// Tails are accurate to about 1e-12 relative from 1e-300 to 1, their logarithms beyond that too.
///
/// @param size greater than 0, may be infinite
/// @param mean finite, at least 0
public record NegativeBinomial(double size, double mean) {
  /// Below this a tail is near the end of a double's range, and its logarithm is taken from the
  /// series instead.
  private static final double SMALL = 1e-280;

  /// @throws IllegalArgumentException for a size or mean out of range
  public NegativeBinomial {
    if (!(size > 0)) {
      throw new IllegalArgumentException("A size is greater than 0, not " + size + ".");
    }
    Arguments.notNegative("A mean", mean);
  }

  /// The limit of certainty about the mean.
  public static NegativeBinomial poisson(double mean) {
    return new NegativeBinomial(Double.POSITIVE_INFINITY, mean);
  }

  /// `P(X = k)`; 0 for negative `k`.
  public double probability(long k) {
    return Math.exp(logProbability(k));
  }

  /// `ln P(X = k)`; negative infinity where that is impossible.
  public double logProbability(long k) {
    if (k < 0 || (mean == 0 && k > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    if (mean == 0) {
      return 0;
    }
    if (Double.isInfinite(size)) {
      return k * Math.log(mean) - mean - LogGamma.value(k + 1.0);
    }
    double none = -size * Math.log1p(mean / size);
    return k == 0
        ? none
        : none
            - k * Math.log1p(size / mean)
            - Math.log((double) k)
            - LogBeta.value(size, (double) k);
  }

  /// `P(X ≤ k)`; 0 for negative `k`.
  public double lowerTail(long k) {
    if (k < 0) {
      return 0;
    }
    if (mean == 0) {
      return 1;
    }
    if (Double.isInfinite(size)) {
      return RegularizedGamma.Q.value(k + 1.0, mean);
    }
    // Of p and 1 - p the smaller one is passed on: the other has lost its last digits.
    return mean < size
        ? RegularizedBeta.complement(mean / (size + mean), k + 1.0, size)
        : RegularizedBeta.value(size / (size + mean), size, k + 1.0);
  }

  /// `P(X ≥ k)`, `k` itself included; 1 for `k` of 0 or less.
  public double upperTail(long k) {
    if (k <= 0) {
      return 1;
    }
    if (mean == 0) {
      return 0;
    }
    if (Double.isInfinite(size)) {
      return RegularizedGamma.P.value((double) k, mean);
    }
    return mean < size
        ? RegularizedBeta.value(mean / (size + mean), (double) k, size)
        : RegularizedBeta.complement(size / (size + mean), size, (double) k);
  }

  /// `ln P(X ≤ k)`.
  public double logLowerTail(long k) {
    double tail = lowerTail(k);
    if (tail > 0.5) {
      return Math.log1p(-upperTail(k + 1));
    }
    return tail > SMALL || k < 0 ? Math.log(tail) : logProbability(k) + Math.log(sumDownFrom(k));
  }

  /// `ln P(X ≥ k)`.
  public double logUpperTail(long k) {
    double tail = upperTail(k);
    if (tail > 0.5) {
      return Math.log1p(-lowerTail(k - 1));
    }
    return tail > SMALL || mean == 0 ? Math.log(tail) : logProbability(k) + Math.log(sumUpFrom(k));
  }

  /// The lower tail as a multiple of `P(X = k)`, for `k` far below the mean: terms fall
  /// geometrically.
  private double sumDownFrom(long k) {
    double term = 1;
    double sum = 1;
    for (long j = k; j > 0 && term > sum * 1e-17; j--) {
      term *= Double.isInfinite(size) ? j / mean : j * (1 + size / mean) / (size + j - 1);
      sum += term;
    }
    return sum;
  }

  /// The upper tail as a multiple of `P(X = k)`, for `k` far above the mean.
  private double sumUpFrom(long k) {
    double term = 1;
    double sum = 1;
    for (long j = k; term > sum * 1e-17; j++) {
      term *= Double.isInfinite(size) ? mean / (j + 1) : (size + j) / ((1 + size / mean) * (j + 1));
      sum += term;
    }
    return sum;
  }
}
