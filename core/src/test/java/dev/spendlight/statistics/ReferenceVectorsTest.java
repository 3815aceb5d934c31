package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.metric.AttributionWindow;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Known answers, computed once with SciPy (betaln, betainc, nbinom) and plain formulas, at full
/// precision.
class ReferenceVectorsTest {
  private static Offset<Double> relative(double expected) {
    return within(Math.abs(expected) * 1e-9);
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, relative(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "20, 0.1886933291627967, 0.25754970245739545, 0.39461665138509433",
    "40, 0.03560517247053955, 0.09964170269980471, 0.2596740767559562",
    "60, 0.006718458528881668, 0.047953911907784, 0.1975660978762751",
    "100, 0.0002392118746569992, 0.016021209951682457, 0.13709945021488879"
  })
  void noOrdersOfManyClicks(int clicks, double fixedRate, double strength40, double strength10) {
    assertClose(Beta.of(.08, 40).probabilityOfNone(clicks), strength40);
    assertClose(Beta.of(.08, 10).probabilityOfNone(clicks), strength10);
    assertClose(Beta.of(.08, 40).predictive(clicks).probability(0), strength40);
    assertClose(Beta.of(.08, 10).predictive(clicks).lowerTail(0), strength10);
    // An all but certain rate is a fixed one.
    assertThat(Beta.of(.08, 1e12).probabilityOfNone(clicks))
        .isCloseTo(fixedRate, within(1e-7 * fixedRate));
  }

  @Test
  void posteriorOfThreeOrdersInSixtyClicks() {
    Beta posterior = Beta.of(.08, 40).updated(3, 60);
    assertClose(posterior.mean(), 0.06199999999999999);
    assertClose(posterior.below(.05), 0.34207603469636655);
    // ACOS > 1.25 · 0.30 at a click cost of 0.90 and an order value of 30.
    assertClose(posterior.below(0.9 / (1.25 * 0.30 * 30)), 0.7899072583892963);
  }

  @ParameterizedTest
  @CsvSource({
    "6, 24.0, 0.0001293846068223165, 1.314566025605236e-05",
    "0, 5.0, 0.008362977540773139, 0.006737946999085468",
    "12, 29.7, 0.0016307867059243244, 0.00020181586367224211"
  })
  void fewOrdersWhereMoreAreDue(long orders, double expected, double tail, double poisson) {
    assertClose(GammaPoisson.lowerTail(orders, expected, 120, 0.10), tail);
    assertClose(NegativeBinomial.poisson(expected).lowerTail(orders), poisson);
    assertClose(GammaPoisson.lowerTail(orders, expected, Double.POSITIVE_INFINITY, 0), poisson);
  }

  @Test
  void falseDiscoveryRate() {
    BenjaminiHochberg result = BenjaminiHochberg.of(.05, .0001, .004, .019, .03, .04, .2, .5, .8);
    assertThat(result.rejections()).isEqualTo(2);
    assertClose(result.threshold(), 0.0125);
    double[] adjusted = {.0008, .016, .152 / 3, .06, .064, .8 / 3, 4.0 / 7, .8};
    IntStream.range(0, 8)
        .forEach(i -> {
          assertClose(result.adjusted(i), adjusted[i]);
          assertThat(result.isRejected(i)).isEqualTo(i < 2);
        });
  }

  @Test
  void robustZ() {
    double[] sample = {100, 104, 97, 101, 99, 103, 60};
    assertThat(RobustStatistics.median(sample)).isEqualTo(100);
    assertThat(RobustStatistics.mad(sample)).isEqualTo(3);
    double z = RobustStatistics.z(60, sample).orElseThrow();
    assertClose(z, -8.993210126354603);
    // The modified z-score rounds the factor to 0.6745.
    assertThat(z).isCloseTo(-8.993333333333334, within(2e-4));
  }

  @Test
  void likelihoodRatios() {
    assertClose(LikelihoodRatio.poisson(6, 24), 9.682233833280657);
    assertClose(LikelihoodRatio.kulldorff(6, 24, 160, 178), 8.73979144260198);
  }

  @Test
  void ordersDueOfRecentDays() {
    Completeness curve = Completeness.prior(AttributionWindow.DAYS_7);
    double[] clicks = {50, 52, 48, 51, 49, 50, 50};
    double[] due = {5.0, 5.04, 4.46, 4.49, 4.02, 3.7, 3.0};
    double sum = 0;
    double effective = 0;
    for (int i = 0; i < 7; i++) {
      double expected = curve.expectedVisible(clicks[i], .10, 7 - i);
      assertThat(expected).isCloseTo(due[i], within(.005));
      sum += expected;
      effective += curve.effectiveClicks(clicks[i], 7 - i);
    }
    assertClose(sum, 29.714000000000002);
    assertClose(30 / 350.0, 0.08571428571428572);
    assertClose(30 / effective, 0.10096250925489669);
  }

  @Test
  void worthOfAClick() {
    UnitEconomics economics = UnitEconomics.of(40, 9 + 6.5 + .15 * 40);
    assertClose(economics.margin(), 0.4625);
    assertClose(economics.breakEvenAcos(), 0.4625);
    assertClose(economics.breakEvenRoas(), 2.162162162162162);
    assertClose(economics.targetAcos(.10), 0.36250000000000004);
    assertClose(
        UnitEconomics.idealCostPerClick(economics.targetAcos(.10), .09, 40), 1.3050000000000002);
  }
}
