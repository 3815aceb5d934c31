package dev.spendlight.statistics;

import java.math.BigDecimal;
import java.math.MathContext;

/// Tails by summing every probability with 60 digits: slow, and independent of gamma and beta
/// functions.
final class ExactTails {
  static final MathContext DIGITS = new MathContext(60);

  private ExactTails() {}

  private static BigDecimal decimal(double value) {
    return new BigDecimal(value);
  }

  /// P(X ≤ k) of a negative binomial with an integer size, so that p^size is exact.
  static BigDecimal negativeBinomialLower(int size, double mean, int k) {
    BigDecimal p = decimal(size).divide(decimal(size).add(decimal(mean)), DIGITS);
    BigDecimal q = BigDecimal.ONE.subtract(p);
    BigDecimal term = p.pow(size, DIGITS);
    BigDecimal sum = term;
    for (int i = 0; i < k; i++) {
      term =
          term.multiply(decimal(size + i), DIGITS)
              .multiply(q, DIGITS)
              .divide(decimal(i + 1), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  /// P(X ≥ k) of the same, summed upwards from k.
  static BigDecimal negativeBinomialUpper(int size, double mean, int k) {
    BigDecimal p = decimal(size).divide(decimal(size).add(decimal(mean)), DIGITS);
    BigDecimal q = BigDecimal.ONE.subtract(p);
    BigDecimal term = p.pow(size, DIGITS);
    for (int i = 0; i < k; i++) {
      term =
          term.multiply(decimal(size + i), DIGITS)
              .multiply(q, DIGITS)
              .divide(decimal(i + 1), DIGITS);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = k; term.compareTo(sum.scaleByPowerOfTen(-40)) > 0; i++) {
      sum = sum.add(term, DIGITS);
      term =
          term.multiply(decimal(size + i), DIGITS)
              .multiply(q, DIGITS)
              .divide(decimal(i + 1), DIGITS);
    }
    return sum;
  }

  /// P(X = k) of a beta-binomial as products of rationals.
  static BigDecimal betaBinomial(int n, double alpha, double beta, int k) {
    BigDecimal value = BigDecimal.ONE;
    for (int i = 0; i < n; i++) {
      BigDecimal numerator =
          i < k ? decimal(alpha).add(decimal(i)) : decimal(beta).add(decimal(i - k));
      BigDecimal denominator = decimal(alpha).add(decimal(beta)).add(decimal(i));
      value = value.multiply(numerator, DIGITS).divide(denominator, DIGITS);
    }
    for (int i = 1; i <= k; i++) {
      value = value.multiply(decimal(n - k + i), DIGITS).divide(decimal(i), DIGITS);
    }
    return value;
  }

  static BigDecimal betaBinomialSum(int n, double alpha, double beta, int from, int to) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = from; k <= to; k++) {
      sum = sum.add(betaBinomial(n, alpha, beta, k), DIGITS);
    }
    return sum;
  }

  /// The natural logarithm of a positive number of any exponent, to about 1e-15.
  static double log(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    return Math.log(value.scaleByPowerOfTen(-exponent).doubleValue()) + exponent * Math.log(10);
  }
}
