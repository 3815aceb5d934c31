package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaBinomialTest {
  private static final long SEED = 20260302;

  @ParameterizedTest
  @CsvSource({
    "60, 3.2, 36.8, 0", "60, 3.2, 36.8, 1", "60, 3.2, 36.8, 12", "60, 0.3, 2.5, 2",
        "60, 0.5, 0.5, 58",
    "200, 50.25, 450.5, 3", "200, 50.25, 450.5, 90", "400, 800, 100, 250", "300, 1, 1, 17",
        "500, 300, 3000, 2"
  })
  void tailsEqualTheSlowSums(int n, double alpha, double beta, int k) {
    BetaBinomial x = new BetaBinomial(n, alpha, beta);
    assertClose(x.probability(k), ExactTails.betaBinomial(n, alpha, beta, k));
    assertClose(x.lowerTail(k), ExactTails.betaBinomialSum(n, alpha, beta, 0, k));
    assertClose(x.upperTail(k), ExactTails.betaBinomialSum(n, alpha, beta, k, n));
  }

  private static void assertClose(double actual, BigDecimal exact) {
    double expected = exact.doubleValue();
    assertThat(actual).isCloseTo(expected, within(expected * 1e-11));
  }

  @Test
  void millionsOfClicksAreNoTrouble() {
    BetaBinomial x = new BetaBinomial(5_000_000, 2, 100_000);
    // Closed form for α = 2: P(0) = β (β + 1) / ((β + n)(β + n + 1)).
    double none = 1e5 * (1e5 + 1) / (5.1e6 * (5.1e6 + 1));
    assertThat(x.lowerTail(0)).isCloseTo(none, within(none * 1e-10));
    assertThat(new Beta(2, 100_000).probabilityOfNone(5_000_000))
        .isCloseTo(none, within(none * 1e-10));
    assertThat(x.lowerTail(40) + x.upperTail(41)).isCloseTo(1, within(1e-12));
    assertThat(x.upperTail(1)).isCloseTo(1 - none, within(1e-12));
  }

  @Test
  void tailsComplementAndAreMonotone() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 2_000; i++) {
      long n = (long) Math.exp(random.nextDouble(0, 9));
      double alpha = Math.exp(random.nextDouble(-2, 6));
      double beta = Math.exp(random.nextDouble(-2, 8));
      long k = random.nextLong(n + 1);
      BetaBinomial x = new BetaBinomial(n, alpha, beta);
      String what = "seed %d, case %d: %s, k=%d".formatted(SEED, i, x, k);
      assertThat(x.lowerTail(k) + x.upperTail(k + 1)).as(what).isCloseTo(1, within(1e-10));
      assertThat(x.lowerTail(k)).as(what).isBetween(0.0, 1.0);
      assertThat(x.lowerTail(k - 1)).as(what).isLessThanOrEqualTo(x.lowerTail(k) * (1 + 1e-10));
      assertThat(new Beta(alpha, beta).probabilityOfNone(n))
          .as(what)
          .isCloseTo(x.lowerTail(0), within(1e-10));
      // Both ways of summing: from k outwards, and all the rest.
      double direct = 0;
      for (long j = 0; j <= Math.min(k, 50); j++) {
        direct += x.probability(j);
      }
      assertThat(x.lowerTail(Math.min(k, 50))).as(what).isCloseTo(direct, within(1e-10));
    }
  }

  @Test
  void growsIntoTheBinomialDistribution() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 300; i++) {
      int n = random.nextInt(1, 500);
      double rate = random.nextDouble(.01, .5);
      int k = random.nextInt(n + 1);
      double limit = BinomialDistribution.of(n, rate).cumulativeProbability(k);
      double near = Beta.of(rate, 1e9).predictive(n).lowerTail(k);
      assertThat(near)
          .as("seed %d, case %d: n=%d rate=%s k=%d", SEED, i, n, rate, k)
          .isCloseTo(limit, within(1e-6));
    }
  }

  @Test
  void moreOrdersThanClicksCountAsOneClickEach() {
    Beta prior = Beta.of(.1, 20);
    assertThat(prior.updated(5, 3)).isEqualTo(prior.updated(5, 5));
    assertThat(prior.updated(5, 3).mean()).isLessThan(1);
  }

  @Test
  void beliefTailsComplementAndInvert() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 500; i++) {
      Beta belief = Beta.of(random.nextDouble(.005, .6), Math.exp(random.nextDouble(1, 9)));
      double p = random.nextDouble(.001, .999);
      double x = belief.quantile(p);
      String what = "seed %d, case %d: %s, p=%s".formatted(SEED, i, belief, p);
      assertThat(belief.below(x)).as(what).isCloseTo(p, within(1e-6));
      assertThat(belief.below(x) + belief.above(x)).as(what).isCloseTo(1, within(1e-13));
      assertThat(belief.updated(0, 10).below(x))
          .as(what)
          .isGreaterThanOrEqualTo(belief.below(x) - 1e-12);
    }
    assertThat(Beta.of(.1, 20).below(-1)).isZero();
    assertThat(Beta.of(.1, 20).above(2)).isZero();
  }

  @Test
  void countsOutsideTheTrialsAreImpossible() {
    BetaBinomial x = new BetaBinomial(10, 1, 9);
    assertThat(x.probability(11)).isZero();
    assertThat(x.probability(-1)).isZero();
    assertThat(x.lowerTail(-1)).isZero();
    assertThat(x.lowerTail(10)).isEqualTo(1);
    assertThat(x.upperTail(11)).isZero();
    assertThat(new BetaBinomial(0, 1, 9).lowerTail(0)).isEqualTo(1);
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new BetaBinomial(-1, 1, 1))
        .hasMessage("A number of trials is at least 0, not -1.");
    assertThatThrownBy(() -> Beta.of(1, 20))
        .hasMessageContaining("between 0 and 1")
        .hasMessageContaining("1.0");
    assertThatThrownBy(() -> new Beta(0, 1))
        .hasMessage("Alpha is a finite number greater than 0, not 0.0.");
    assertThatThrownBy(() -> Beta.of(.1, 20).updated(-1, 3))
        .hasMessageContaining("orders")
        .hasMessageContaining("-1");
  }
}
