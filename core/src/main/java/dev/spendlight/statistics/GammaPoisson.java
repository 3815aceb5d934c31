package dev.spendlight.statistics;

/// The predictive test behind most findings: how likely are so few (or so many) orders, when a
/// baseline of `baselineOrders` orders leads one to expect `expected`?
///
/// The expectation is uncertain twice. The baseline was itself a Poisson count: a relative variance
/// of `1 / baselineOrders`. And real weeks vary more than Poisson: a relative variance of
/// `sigma0²`, learnt per account by [Dispersion]. A gamma distribution with both gives the negative
/// binomial of size `1 / (sigma0² + 1 / baselineOrders)` as the distribution of the new count.
///
/// Example: 6 orders where 24 are expected from 120, sigma0 0.10: lower tail 0.000129385; plain
/// Poisson would say 0.0000131 and raise ten times as many false alarms.
///
/// Without a baseline (0 orders) nothing is unlikely: both tails are 1.
///
/// Source: Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.6.
public final class GammaPoisson {
  private GammaPoisson() {}

  /// What the new count may be.
  ///
  /// @param expected orders expected, finite, at least 0
  /// @param baselineOrders orders that the expectation rests on, greater than 0; infinite when it
  ///   is known exactly
  /// @param sigma0 relative standard deviation beyond Poisson, finite, at least 0
  /// @throws IllegalArgumentException for an argument out of range
  public static NegativeBinomial predictive(double expected, double baselineOrders, double sigma0) {
    if (!(baselineOrders > 0)) {
      throw new IllegalArgumentException(
          "A baseline has more than 0 orders, not " + baselineOrders + ".");
    }
    Arguments.notNegative("A dispersion", sigma0);
    return new NegativeBinomial(1 / (sigma0 * sigma0 + 1 / baselineOrders), expected);
  }

  /// The probability of `orders` or fewer; 1 without a baseline.
  ///
  /// @throws IllegalArgumentException for an argument out of range
  public static double lowerTail(
      long orders, double expected, double baselineOrders, double sigma0) {
    Arguments.notNegative("A number of orders", orders);
    return baselineOrders == 0 ? 1 : predictive(expected, baselineOrders, sigma0).lowerTail(orders);
  }

  /// The probability of `orders` or more; 1 without a baseline.
  ///
  /// @throws IllegalArgumentException for an argument out of range
  public static double upperTail(
      long orders, double expected, double baselineOrders, double sigma0) {
    Arguments.notNegative("A number of orders", orders);
    return baselineOrders == 0 ? 1 : predictive(expected, baselineOrders, sigma0).upperTail(orders);
  }
}
