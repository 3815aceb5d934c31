package dev.spendlight.simulator;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random numbers of the distributions that accounts follow. Not for several threads.
///
/// [StrictMath] throughout, here and wherever drawn numbers go: [Math] may differ in the last bit
/// from one processor to another, and a last bit is enough for another account.
final class Draws {
  private static final int KNUTH_UP_TO = 30;
  private static final RandomGeneratorFactory<RandomGenerator> SOURCE =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final RandomGenerator random;

  Draws(RandomGenerator random) {
    this.random = random;
  }

  /// A stream of its own for each purpose, so that more draws for one leave the others as they
  /// were.
  static Draws of(long seed, long purpose) {
    return new Draws(SOURCE.create(seed * 0x9E3779B97F4A7C15L + purpose));
  }

  /// Changes the order of the list.
  void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }

  /// In [0, 1).
  double uniform() {
    return random.nextDouble();
  }

  double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /// Between the two, each doubling as likely as another.
  double logUniform(double low, double high) {
    return low * StrictMath.pow(high / low, random.nextDouble());
  }

  /// In [0, bound).
  int below(int bound) {
    return random.nextInt(bound);
  }

  /// In [low, high].
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  long between(long low, long high) {
    return random.nextLong(low, high);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  double normal(double deviation) {
    return random.nextGaussian() * deviation;
  }

  /// @param median of the values
  /// @param deviation of their logarithms
  double logNormal(double median, double deviation) {
    return median * StrictMath.exp(random.nextGaussian() * deviation);
  }

  /// Marsaglia and Tsang's method; mean and variance are both `shape`.
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        double u = 1 - random.nextDouble();
        if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return d * v;
        }
      }
    }
  }

  /// Beta by its mean and strength (the sum of its two parameters).
  double beta(double mean, double strength) {
    double a = gamma(mean * strength);
    double b = gamma((1 - mean) * strength);
    return a / (a + b);
  }

  /// Poisson; from a mean of 30 on by the rounded normal, which is near enough for counts of
  /// impressions.
  int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > KNUTH_UP_TO) {
      return (int) Math.max(0, Math.round(mean + random.nextGaussian() * Math.sqrt(mean)));
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /// The index of a share, drawn by running sums that end at 1.
  int index(double[] runningShares) {
    double at = random.nextDouble();
    int low = 0;
    int high = runningShares.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runningShares[middle] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
