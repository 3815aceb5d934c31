package dev.spendlight.statistics;

import java.util.Random;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/// Random numbers of a fixed seed, for planted structure and calibration.
public final class Draws {
  private final Random random;
  private final UniformRandomProvider source;

  public Draws(long seed) {
    random = new Random(seed);
    source = random::nextLong;
  }

  public double normal() {
    return random.nextGaussian();
  }

  public double beta(double mean, double strength) {
    return BetaDistribution.of(mean * strength, (1 - mean) * strength)
        .createSampler(source)
        .sample();
  }

  /// Gamma with a mean of 1.
  public double gamma(double shape) {
    return GammaDistribution.of(shape, 1 / shape).createSampler(source).sample();
  }

  public long binomial(int trials, double rate) {
    return trials == 0 || rate == 0
        ? 0
        : BinomialDistribution.of(trials, rate).createSampler(source).sample();
  }

  public long poisson(double mean) {
    return PoissonDistribution.of(mean).createSampler(source).sample();
  }

  /// Gamma with a mean of 1 and this standard deviation; 1 without any.
  public double scatter(double deviation) {
    return deviation > 0 ? gamma(1 / (deviation * deviation)) : 1;
  }
}
