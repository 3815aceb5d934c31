package dev.spendlight.scan;

import dev.spendlight.statistics.GammaPoisson;
import dev.spendlight.statistics.LikelihoodRatio;

/// Orders of some days against what the days before lead one to expect of them.
///
/// @param observed orders
/// @param expected by the set's own level before, and by how far the whole account moved since
/// @param support orders that the expectation rests on: of the set before, and of the account for
///   its move
record Comparison(double observed, double expected, double support) {
  /// A set without a past of its own is taken at its usual rate, as if on this many orders.
  private static final double PRIOR_ORDERS = 4;

  /// @param past orders of the set before
  /// @param pastDue orders that were due then
  /// @param due orders due in the days that are judged
  /// @param move how the rest of the account moved between the two
  static Comparison of(double past, double pastDue, double observed, double due, Move move) {
    double level = (past + PRIOR_ORDERS) / (pastDue + PRIOR_ORDERS);
    double support = 1 / (1 / (past + PRIOR_ORDERS) + 1 / move.support());
    return new Comparison(observed, due * level * move.factor(), support);
  }

  /// How far the account's other campaigns moved.
  ///
  /// @param support the orders that this is known from
  record Move(double factor, double support) {
    static final Move NONE = new Move(1, Double.POSITIVE_INFINITY);
  }

  /// What is left of the expected orders, shrunk towards all of them.
  double ratio() {
    return (observed + 1) / (expected + 1);
  }

  /// The chance of so few.
  ///
  /// @param noise relative standard deviation of weeks beyond Poisson
  double lowerTail(double noise) {
    return GammaPoisson.lowerTail(Math.round(observed), expected, support, noise);
  }

  /// Whether this fell together with another part rather than not at all: by the likelihood of both
  /// at what is left of all, against that of the other part alone having fallen.
  boolean fellWith(Comparison other, double noise) {
    double together = (observed + other.observed + 1) / (expected + other.expected + 1);
    return logLikelihood(together, noise) + other.logLikelihood(together, noise)
        > logLikelihood(1, noise) + other.logLikelihood(Math.min(1, other.ratio()), noise);
  }

  private double logLikelihood(double ratio, double noise) {
    return GammaPoisson.predictive(ratio * expected, support, noise)
        .logProbability(Math.round(observed));
  }

  /// How clearly it departs, for choosing among sets: the Poisson log likelihood ratio, less for
  /// what is uncertain in the expectation anyway.
  double weight(double noise) {
    return expected <= 0
        ? 0
        : LikelihoodRatio.poisson(observed, expected)
            / (1 + expected * (noise * noise + 1 / support));
  }
}
