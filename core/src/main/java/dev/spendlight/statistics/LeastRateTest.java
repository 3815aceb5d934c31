package dev.spendlight.statistics;

/// Tests whether a unit converts at least at some rate, when units differ as a prior says.
///
/// Null hypothesis: the rate was drawn from the prior, among rates of at least `r`. Its p-value for
/// `k` orders of `n` clicks is the chance of so few:
///
/// `sum over j <= k of P(j orders) P(rate >= r | j orders) / P(rate >= r)`
///
/// with the beta-binomial `P(j orders)` and the Beta posterior of each `j`. With `r = 0` it is the
/// plain beta-binomial tail. Why `r`: in a group with two dead keywords of twelve the prior holds
/// dead keywords to be usual, and the plain tail then accuses none, not after 1,700 clicks without
/// an order. The question is not whether a keyword is unusual but whether it converts enough.
///
/// Example: mean 0.08, strength 40, 60 clicks without an order: 0.048 with `r = 0`, 0.0335 with `r
/// = 0.0267`, a third of the mean.
public final class LeastRateTest {
  private LeastRateTest() {}

  /// @param clicks at least 0; a fraction counts in full when there is no order, else down to the
  ///   whole click, which makes the p-value larger
  /// @param least a rate from 0 to below 1
  /// @return between 0 and 1
  /// @throws IllegalArgumentException for an argument out of range
  public static double pValue(Beta prior, double least, double clicks, long orders) {
    Arguments.notNegative("A number of clicks", clicks);
    Arguments.notNegative("A number of orders", orders);
    double among = prior.above(least);
    double tail = prior.probabilityOfNone(clicks) * prior.updated(0, clicks).above(least) / among;
    if (orders > 0) {
      long whole = (long) clicks;
      BetaBinomial predictive = prior.predictive(whole);
      for (long k = 1; k <= Math.min(orders, whole); k++) {
        tail +=
            predictive.probability(k)
                * prior.updated((double) k, (double) whole).above(least)
                / among;
      }
    }
    return Math.min(1, tail);
  }
}
