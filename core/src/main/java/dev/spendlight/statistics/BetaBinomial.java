package dev.spendlight.statistics;

import org.apache.commons.numbers.gamma.LogBeta;

/// How many of `trials` clicks bring an order, when the rate is known only as a Beta distribution.
///
/// `P(X = k) = C(n, k) B(α + k, β + n - k) / B(α, β)`. Tails are sums of these from `k` outwards,
/// away from the mean, each term from the one before, so that nothing cancels and nothing
/// underflows early, and millions of trials with few orders cost few terms. The relative error is
/// about 1e-16 times the number of terms plus `|ln B(α, β)|`: below 1e-11 for strengths up to
/// 100,000.
///
/// @param trials clicks, at least 0
/// @param alpha greater than 0
/// @param beta greater than 0
public record BetaBinomial(long trials, double alpha, double beta) {

  /// @throws IllegalArgumentException for a parameter out of range
  public BetaBinomial {
    Arguments.notNegative("A number of trials", trials);
    Arguments.positive("Alpha", alpha);
    Arguments.positive("Beta", beta);
  }

  public double mean() {
    return trials * alpha / (alpha + beta);
  }

  /// `P(X = k)`; 0 outside 0 to `trials`.
  public double probability(long k) {
    return Math.exp(logProbability(k));
  }

  /// `ln P(X = k)`; negative infinity outside 0 to `trials`.
  public double logProbability(long k) {
    if (k < 0 || k > trials) {
      return Double.NEGATIVE_INFINITY;
    }
    return logChoose(trials, k)
        + LogBeta.value(alpha + k, beta + (trials - k))
        - LogBeta.value(alpha, beta);
  }

  /// `P(X ≤ k)`.
  public double lowerTail(long k) {
    if (k < 0) {
      return 0;
    }
    if (k >= trials) {
      return 1;
    }
    return k < mean() ? sumDownFrom(k) : 1 - sumUpFrom(k + 1);
  }

  /// `P(X ≥ k)`, `k` itself included.
  public double upperTail(long k) {
    if (k <= 0) {
      return 1;
    }
    if (k > trials) {
      return 0;
    }
    return k > mean() ? sumUpFrom(k) : 1 - sumDownFrom(k - 1);
  }

  private double sumDownFrom(long k) {
    double term = 1;
    double sum = 1;
    for (long i = k; i > 0; i--) {
      term *= i * (beta + (trials - i)) / ((trials - i + 1.0) * (alpha + i - 1));
      sum += term;
      if (term < sum * 1e-17 && alpha >= 1) {
        break;
      }
    }
    return Math.min(1, Math.exp(logProbability(k) + Math.log(sum)));
  }

  private double sumUpFrom(long k) {
    double term = 1;
    double sum = 1;
    for (long i = k; i < trials; i++) {
      term *= (trials - i) * (alpha + i) / ((i + 1.0) * (beta + (trials - i - 1)));
      sum += term;
      if (term < sum * 1e-17 && beta >= 1) {
        break;
      }
    }
    return Math.min(1, Math.exp(logProbability(k) + Math.log(sum)));
  }

  /// `C(n, k) = 1 / ((n + 1) B(k + 1, n - k + 1))`.
  private static double logChoose(long n, long k) {
    return -Math.log(n + 1.0) - LogBeta.value(k + 1.0, n - k + 1.0);
  }
}
