package dev.spendlight.simulator;

/// Parts of a whole.
final class Shares {
  private Shares() {}

  /// Zipf's law: the nth has a weight of n to the power of minus `exponent`; they add up to 1.
  static double[] zipf(int count, double exponent) {
    double[] shares = new double[count];
    for (int i = 0; i < count; i++) {
      shares[i] = StrictMath.pow(i + 1, -exponent);
    }
    return normalised(shares);
  }

  static double[] normalised(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double[] shares = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = weights[i] / sum;
    }
    return shares;
  }

  /// Running sums, the last exactly 1.
  static double[] running(double[] shares) {
    double[] sums = new double[shares.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i];
      sums[i] = sum;
    }
    sums[shares.length - 1] = 1;
    return sums;
  }
}
