package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class LeastRateTestTest {
  private static final long SEED = 20261124;

  @Test
  void equalsTheIntegralOverRatesAboveTheLeast() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 40; i++) {
      Beta prior = Beta.of(random.nextDouble(0.02, 0.3), random.nextDouble(4, 80));
      double least = prior.mean() * random.nextDouble(0, 1);
      int clicks = random.nextInt(1, 200);
      int orders = random.nextInt(0, 6);
      assertThat(LeastRateTest.pValue(prior, least, clicks, orders))
          .as("seed %d, case %d: %s, least %s, %d of %d", SEED, i, prior, least, orders, clicks)
          .isCloseTo(integral(prior, least, clicks, orders), within(1e-6));
    }
  }

  /// By midpoints in the probability of the prior, so that its poles do no harm.
  private static double integral(Beta prior, double least, int clicks, int orders) {
    BetaDistribution rates = BetaDistribution.of(prior.alpha(), prior.beta());
    int steps = 20_000;
    double sum = 0;
    double from = prior.below(least);
    for (int i = 0; i < steps; i++) {
      double rate = rates.inverseCumulativeProbability(from + (1 - from) * (i + 0.5) / steps);
      sum += BinomialDistribution.of(clicks, rate).cumulativeProbability(orders);
    }
    return sum / steps;
  }

  @Test
  void withoutALeastRateItIsThePlainTail() {
    Beta prior = Beta.of(0.08, 40);
    assertThat(LeastRateTest.pValue(prior, 0, 60, 0)).isCloseTo(0.047953911907784, within(1e-12));
    assertThat(LeastRateTest.pValue(prior, 0, 60, 3))
        .isCloseTo(prior.predictive(60).lowerTail(3), within(1e-12));
  }

  @Test
  void aHigherLeastRateIsHarderToMeet() {
    Beta prior = Beta.of(0.06, 13);
    double before = 1;
    for (double least = 0; least < 0.06; least += 0.005) {
      double now = LeastRateTest.pValue(prior, least, 1705, 0);
      assertThat(now).isLessThan(before);
      before = now;
    }
    assertThat(before).isLessThan(1e-20);
  }

  @Test
  void itsLevelHoldsForUnitsThatConvertEnough() {
    SplittableRandom random = new SplittableRandom(SEED);
    Beta prior = Beta.of(0.07, 15);
    BetaDistribution rates = BetaDistribution.of(prior.alpha(), prior.beta());
    double least = 0.07 / 3;
    int units = 20_000;
    int accused = 0;
    for (int i = 0; i < units; i++) {
      double from = prior.below(least);
      double rate = rates.inverseCumulativeProbability(from + (1 - from) * random.nextDouble());
      int clicks = random.nextInt(20, 400);
      int orders = 0;
      for (int click = 0; click < clicks; click++) {
        orders += random.nextDouble() < rate ? 1 : 0;
      }
      accused += LeastRateTest.pValue(prior, least, clicks, orders) <= 0.05 ? 1 : 0;
    }
    assertThat(accused).as("seed %d", SEED).isBetween(units / 100, units * 55 / 1000);
  }
}
