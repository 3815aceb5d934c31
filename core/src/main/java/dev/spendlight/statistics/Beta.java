package dev.spendlight.statistics;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;

/// What is known about a conversion rate: a Beta distribution, before (a prior) or after (a
/// posterior) clicks were seen.
///
/// A prior of mean `m` and strength `κ` weighs as much as `κ` clicks that converted at `m`.
/// Example: mean 0.08, strength 40, then 3 orders of 60 clicks: the mean is (3.2 + 3) / (40 + 60) =
/// 0.062, and the rate is below 0.05 with probability 0.342.
///
/// @param alpha orders, real or supposed, greater than 0
/// @param beta clicks without an order, real or supposed, greater than 0
public record Beta(double alpha, double beta) {

  /// @throws IllegalArgumentException for a parameter that is not finite and greater than 0
  public Beta {
    Arguments.positive("Alpha", alpha);
    Arguments.positive("Beta", beta);
  }

  /// @param mean between 0 and 1, both excluded
  /// @param strength in clicks, greater than 0
  /// @throws IllegalArgumentException for an argument out of range
  public static Beta of(double mean, double strength) {
    Arguments.insideUnit("A mean rate", mean);
    Arguments.positive("A strength", strength);
    return new Beta(mean * strength, (1 - mean) * strength);
  }

  public double mean() {
    return alpha / (alpha + beta);
  }

  /// In clicks.
  public double strength() {
    return alpha + beta;
  }

  /// The same belief after `clicks` more clicks brought `orders` orders. Clicks may be fractions:
  /// recent ones count only as far as their orders can have arrived ([Completeness]).
  ///
  /// Reports do carry more orders than clicks (a click may bring several orders, or belong to
  /// another day). Such a row counts as if every order had a click of its own: a rate near 1, and
  /// never a negative number of clicks without order.
  ///
  /// @throws IllegalArgumentException for a negative or infinite argument
  public Beta updated(double orders, double clicks) {
    Arguments.notNegative("A number of orders", orders);
    Arguments.notNegative("A number of clicks", clicks);
    return new Beta(alpha + orders, beta + Math.max(clicks - orders, 0));
  }

  /// `P(rate < x)`: 0 at 0 and below, 1 at 1 and above.
  public double below(double x) {
    return x <= 0 ? 0 : x >= 1 ? 1 : RegularizedBeta.value(x, alpha, beta);
  }

  /// `P(rate > x)`, without the loss of digits of `1 - below(x)`.
  public double above(double x) {
    return x <= 0 ? 1 : x >= 1 ? 0 : RegularizedBeta.complement(x, alpha, beta);
  }

  /// The rate that is undershot with probability `p`.
  ///
  /// @throws IllegalArgumentException unless `p` is from 0 to 1
  public double quantile(double p) {
    return BetaDistribution.of(alpha, beta)
        .inverseCumulativeProbability(Arguments.probability("A probability", p));
  }

  /// The probability that `clicks` clicks bring no order: `B(α, β + n) / B(α, β)`. The zero-order
  /// test; clicks may be fractions. Example: mean 0.08, strength 40, 60 clicks: 0.048, where a
  /// fixed rate of 0.08 would say 0.0067.
  ///
  /// @throws IllegalArgumentException for a negative or infinite number of clicks
  public double probabilityOfNone(double clicks) {
    return Math.exp(logProbabilityOfNone(clicks));
  }

  /// Its natural logarithm.
  ///
  /// @throws IllegalArgumentException for a negative or infinite number of clicks
  public double logProbabilityOfNone(double clicks) {
    Arguments.notNegative("A number of clicks", clicks);
    if (clicks == 0) {
      return 0;
    }
    // Two ways to write the same ratio of gamma functions; the smaller argument cancels less.
    return alpha < clicks
        ? LogBeta.value(alpha, beta + clicks) - LogBeta.value(alpha, beta)
        : LogBeta.value(clicks, alpha + beta) - LogBeta.value(clicks, beta);
  }

  /// What `clicks` clicks may bring.
  ///
  /// @throws IllegalArgumentException for a negative number of clicks
  public BetaBinomial predictive(long clicks) {
    return new BetaBinomial(clicks, alpha, beta);
  }
}
