package dev.spendlight.statistics;

import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

/// How well pairs of a mean rate and a strength explain units: the beta-binomial log likelihood on
/// a grid.
///
/// Strengths go from 5 to 2560 by doubling, mean rates from 0.0005 to about 0.7 in steps of a
/// factor 1.35. Between grid points the log likelihood of a mean rate `m` is `A + B ln m - C m`,
/// exact for a Poisson count and within a hair here. Log likelihoods of several units add, so a
/// unit can be taken out of a group again by subtraction.
final class DispersionGrid {
  static final int STRENGTHS = 10;
  private static final int MEANS = 25;
  static final int CELLS = STRENGTHS * MEANS;

  private static final double STEP = Math.log(1.35);
  private static final double LOWEST = Math.log(0.0005);
  private static final double[] MEAN =
      IntStream.range(0, MEANS).mapToDouble(m -> Math.exp(LOWEST + m * STEP)).toArray();

  /// The logarithm of a share of 1 that a double does not show.
  private static final double NOTHING_IN_DOUBLES = -40;

  /// So few factors are quicker multiplied.
  private static final int FEW = 8;

  /// From here on [#logGammaOfLarge] is exact.
  private static final double LARGE = 60;

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private static final double[] LOG_GAMMA_STRENGTH =
      IntStream.range(0, STRENGTHS).mapToDouble(s -> LogGamma.value(strength(s))).toArray();
  private static final double[] LOG_GAMMA_ALPHA =
      IntStream.range(0, CELLS)
          .mapToDouble(cell -> LogGamma.value(strength(cell / MEANS) * MEAN[cell % MEANS]))
          .toArray();
  private static final double[] LOG_GAMMA_BETA =
      IntStream.range(0, CELLS)
          .mapToDouble(cell -> LogGamma.value(strength(cell / MEANS) * (1 - MEAN[cell % MEANS])))
          .toArray();

  /// Before any data, `mean · strength` is lognormal around 4, with a standard deviation of 0.9 in
  /// the logarithm: like units differ from each other by about half their mean, rarely by less than
  /// a fifth or more than their mean.
  private static final double USUAL_LOG_SHAPE = Math.log(4);

  private static final double USUAL_SPREAD = 0.9;

  private DispersionGrid() {}

  static double strength(int index) {
    return 5.0 * (1 << index);
  }

  /// The log density of a strength before data, up to a constant.
  static double logPrior(int index, double mean) {
    double z = (Math.log(mean * strength(index)) - USUAL_LOG_SHAPE) / USUAL_SPREAD;
    return -0.5 * z * z;
  }

  /// Adds a unit's log likelihood to every cell.
  static void add(double[] cells, double clicks, long orders) {
    for (int s = 0; s < STRENGTHS; s++) {
      double ofStrength = -logRising(strength(s), LOG_GAMMA_STRENGTH[s], clicks);
      for (int m = 0; m < MEANS; m++) {
        cells[s * MEANS + m] += ofStrength + ofMean(s, m, clicks, orders);
      }
    }
  }

  /// The log likelihood at a mean between grid points, of the units in `cells` without one of them.
  static double without(double[] cells, int s, double mean, double clicks, long orders) {
    double place = (Math.log(mean) - LOWEST) / STEP;
    int middle = Math.clamp(Math.round(place), 1, MEANS - 2);
    double ofStrength = -logRising(strength(s), LOG_GAMMA_STRENGTH[s], clicks);
    double[] at = new double[3];
    for (int i = 0; i < 3; i++) {
      int m = middle - 1 + i;
      at[i] = cells[s * MEANS + m] - ofStrength - ofMean(s, m, clicks, orders);
    }
    // Through three points at t - h, t, t + h of t = ln m: y = a + b t - c exp(t).
    double h = STEP;
    double centre = MEAN[middle];
    double c = -(at[2] - 2 * at[1] + at[0]) / (centre * (Math.exp(h) - 2 + Math.exp(-h)));
    double b = (at[2] - at[0] + 2 * c * centre * Math.sinh(h)) / (2 * h);
    double t = (Math.clamp(place, 0.0, MEANS - 1.0) - middle) * h;
    return at[1] + b * t - c * centre * Math.expm1(t);
  }

  /// The log likelihood of a strength, whatever the mean: every step of the grid is as probable as
  /// the next.
  static double overAllMeans(double[] cells, int s) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int m = 0; m < MEANS; m++) {
      largest = Math.max(largest, cells[s * MEANS + m]);
    }
    double sum = 0;
    for (int m = 0; m < MEANS; m++) {
      double below = cells[s * MEANS + m] - largest;
      sum += below < NOTHING_IN_DOUBLES ? 0 : Math.exp(below);
    }
    return largest + Math.log(sum / MEANS);
  }

  /// `ln B(κm + x, κ(1-m) + n - x) / B(κm, κ(1-m))` without its part that depends on `κ` only.
  private static double ofMean(int s, int m, double clicks, long orders) {
    double alpha = strength(s) * MEAN[m];
    int cell = s * MEANS + m;
    return logRising(alpha, LOG_GAMMA_ALPHA[cell], (double) orders)
        + logRising(strength(s) - alpha, LOG_GAMMA_BETA[cell], clicks - orders);
  }

  /// `ln Γ(from + steps) / Γ(from)`, which is `ln from (from + 1) ... (from + steps - 1)`.
  ///
  /// @param steps a whole number
  private static double logRising(double from, double logGamma, double steps) {
    if (steps == 0) {
      return 0;
    }
    if (steps > FEW && from + steps >= LARGE) {
      return logGammaOfLarge(from + steps) - logGamma;
    }
    double product = 1;
    for (int i = 0; i < steps; i++) {
      product *= from + i;
    }
    return Math.log(product);
  }

  /// `ln Γ(x)` where these terms of Stirling's series leave nothing that a double shows. Much
  /// quicker than the function that does it everywhere. Source: Abramowitz and Stegun, 6.1.41.
  private static double logGammaOfLarge(double x) {
    double square = 1 / (x * x);
    double rest = (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680))) / x;
    return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + rest;
  }
}
