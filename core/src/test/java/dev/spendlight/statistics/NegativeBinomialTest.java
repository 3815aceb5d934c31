package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {
  private static final long SEED = 20260301;

  @ParameterizedTest
  @CsvSource({
    "1, 3, 0",
    "5, 24, 0",
    "55, 24, 6",
    "55, 24, 24",
    "55, 2400, 900",
    "100, 400, 0",
    "100, 900, 100",
    "300, 5000, 1500",
    "300, 2, 9",
    "1000, 0.5, 0",
    "2000, 4000, 3900",
    "40, 100000, 20"
  })
  void lowerTailEqualsTheSlowSum(int size, double mean, int k) {
    BigDecimal exact = ExactTails.negativeBinomialLower(size, mean, k);
    NegativeBinomial distribution = new NegativeBinomial(size, mean);
    double logExact = ExactTails.log(exact);
    if (logExact > Math.log(1e-300)) {
      double value = exact.doubleValue();
      assertThat(distribution.lowerTail(k)).isCloseTo(value, within(value * 1e-11));
    }
    assertThat(distribution.logLowerTail(k))
        .isCloseTo(logExact, within(1e-11 * Math.max(1, -logExact)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 30",
    "5, 24, 100",
    "55, 24, 60",
    "55, 24, 25",
    "55, 24, 500",
    "100, 1, 150",
    "300, 2, 9",
    "1000, 0.5, 4",
    "2000, 4000, 4100",
    "100, 0.001, 200",
    "1000, 10, 400"
  })
  void upperTailEqualsTheSlowSum(int size, double mean, int k) {
    BigDecimal exact = ExactTails.negativeBinomialUpper(size, mean, k);
    NegativeBinomial distribution = new NegativeBinomial(size, mean);
    double logExact = ExactTails.log(exact);
    if (logExact > Math.log(1e-300)) {
      double value = exact.doubleValue();
      assertThat(distribution.upperTail(k)).isCloseTo(value, within(value * 1e-11));
    }
    assertThat(distribution.logUpperTail(k))
        .isCloseTo(logExact, within(1e-11 * Math.max(1, -logExact)));
  }

  @Test
  void logarithmReachesBeyondTheRangeOfADouble() {
    NegativeBinomial narrow = new NegativeBinomial(100_000, 5_000);
    assertThat(narrow.lowerTail(0)).isZero();
    assertThat(narrow.logLowerTail(0)).isCloseTo(-100_000 * Math.log1p(.05), within(1e-8));
    assertThat(NegativeBinomial.poisson(5_000).logLowerTail(0)).isCloseTo(-5_000, within(1e-8));
    assertThat(NegativeBinomial.poisson(1).logUpperTail(1_000)).isBetween(-5913.2, -5913.1);
  }

  @Test
  void tailsComplementAndAreMonotone() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 2_000; i++) {
      double size = Math.exp(random.nextDouble(-3, 14));
      double mean = Math.exp(random.nextDouble(-7, 9));
      long k = (long) (mean * Math.exp(random.nextDouble(-2, 2)));
      NegativeBinomial x = new NegativeBinomial(size, mean);
      String what = "seed %d, case %d: %s, k=%d".formatted(SEED, i, x, k);
      assertThat(x.lowerTail(k) + x.upperTail(k + 1)).as(what).isCloseTo(1, within(1e-12));
      assertThat(x.lowerTail(k + 1)).as(what).isGreaterThanOrEqualTo(x.lowerTail(k));
      assertThat(x.upperTail(k + 1)).as(what).isLessThanOrEqualTo(x.upperTail(k));
      double higher = new NegativeBinomial(size, mean * 1.01).lowerTail(k);
      assertThat(higher).as(what).isLessThanOrEqualTo(x.lowerTail(k) * (1 + 1e-13));
      double step = x.lowerTail(k) - x.lowerTail(k - 1);
      assertThat(x.probability(k)).as(what).isCloseTo(step, within(1e-9));
      assertThat(Math.exp(x.logLowerTail(k))).as(what).isCloseTo(x.lowerTail(k), within(1e-12));
      assertThat(Math.exp(x.logUpperTail(k))).as(what).isCloseTo(x.upperTail(k), within(1e-12));
    }
  }

  @Test
  void growsIntoThePoissonDistribution() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200; i++) {
      double mean = Math.exp(random.nextDouble(-2, 5));
      long k = (long) (mean * random.nextDouble(.3, 2));
      double limit = NegativeBinomial.poisson(mean).lowerTail(k);
      double error4 = Math.abs(new NegativeBinomial(mean * 1e4, mean).lowerTail(k) - limit);
      double error7 = Math.abs(new NegativeBinomial(mean * 1e7, mean).lowerTail(k) - limit);
      String what = "seed %d, case %d: mean %s, k=%d".formatted(SEED, i, mean, k);
      assertThat(error7).as(what).isLessThan(1e-6).isLessThanOrEqualTo(error4 + 1e-12);
    }
  }

  @Test
  void nothingIsDueOfAMeanOfZero() {
    for (NegativeBinomial none :
        new NegativeBinomial[] {new NegativeBinomial(3, 0), NegativeBinomial.poisson(0)}) {
      assertThat(none.probability(0)).isEqualTo(1);
      assertThat(none.lowerTail(0)).isEqualTo(1);
      assertThat(none.logLowerTail(0)).isZero();
      assertThat(none.upperTail(0)).isEqualTo(1);
      assertThat(none.upperTail(1)).isZero();
      assertThat(none.logUpperTail(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
  }

  @Test
  void countsBelowZeroAreImpossible() {
    NegativeBinomial x = new NegativeBinomial(3, 4);
    assertThat(x.lowerTail(-1)).isZero();
    assertThat(x.logLowerTail(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(x.upperTail(-1)).isEqualTo(1);
    assertThat(x.probability(-1)).isZero();
  }

  @Test
  void withoutABaselineNothingIsUnlikely() {
    assertThat(GammaPoisson.lowerTail(0, 50, 0, .1)).isEqualTo(1);
    assertThat(GammaPoisson.upperTail(50, 1, 0, .1)).isEqualTo(1);
  }

  @Test
  void aThinBaselineMakesAWideDistribution() {
    double thin = GammaPoisson.lowerTail(0, 10, 2, .1);
    double thick = GammaPoisson.lowerTail(0, 10, 500, .1);
    assertThat(thin).isGreaterThan(.02);
    assertThat(thick).isLessThan(1e-4);
    assertThat(GammaPoisson.upperTail(30, 10, 2, .1)).isGreaterThan(.02);
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new NegativeBinomial(0, 1))
        .hasMessage("A size is greater than 0, not 0.0.");
    assertThatThrownBy(() -> new NegativeBinomial(1, Double.NaN))
        .hasMessage("A mean is a finite number of at least 0, not NaN.");
    assertThatThrownBy(() -> GammaPoisson.lowerTail(-1, 1, 1, .1))
        .hasMessage("A number of orders is at least 0, not -1.");
    assertThatThrownBy(() -> GammaPoisson.predictive(1, -1, .1))
        .hasMessage("A baseline has more than 0 orders, not -1.0.");
  }
}
