package dev.spendlight.statistics;

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
      double strength = strength(s);
      double ofStrength = LogGamma.value(strength) - LogGamma.value(strength + clicks);
      for (int m = 0; m < MEANS; m++) {
        cells[s * MEANS + m] += ofStrength + ofMean(strength, mean(m), clicks, orders);
      }
    }
  }

  /// The log likelihood at a mean between grid points, of the units in `cells` without one of them.
  static double without(double[] cells, int s, double mean, double clicks, long orders) {
    double place = (Math.log(mean) - LOWEST) / STEP;
    int middle = Math.clamp(Math.round(place), 1, MEANS - 2);
    double strength = strength(s);
    double ofStrength = LogGamma.value(strength) - LogGamma.value(strength + clicks);
    double[] at = new double[3];
    for (int i = 0; i < 3; i++) {
      int m = middle - 1 + i;
      at[i] = cells[s * MEANS + m] - ofStrength - ofMean(strength, mean(m), clicks, orders);
    }
    // Through three points at t - h, t, t + h of t = ln m: y = a + b t - c exp(t).
    double h = STEP;
    double centre = mean(middle);
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
      sum += Math.exp(cells[s * MEANS + m] - largest);
    }
    return largest + Math.log(sum / MEANS);
  }

  private static double mean(int index) {
    return Math.exp(LOWEST + index * STEP);
  }

  /// `ln B(κm + x, κ(1-m) + n - x) / B(κm, κ(1-m))` without its part that depends on `κ` only.
  private static double ofMean(double strength, double mean, double clicks, long orders) {
    double alpha = strength * mean;
    double beta = strength - alpha;
    double some = 0;
    if (orders <= 12) {
      double product = 1;
      for (int i = 0; i < orders; i++) {
        product *= alpha + i;
      }
      some = Math.log(product);
    } else {
      some = LogGamma.value(alpha + orders) - LogGamma.value(alpha);
    }
    double rest = clicks - orders;
    return rest == 0 ? some : some + LogGamma.value(beta + rest) - LogGamma.value(beta);
  }
}
