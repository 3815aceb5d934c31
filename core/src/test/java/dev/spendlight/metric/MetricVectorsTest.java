package dev.spendlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Known answers, computed once with plain formulas in NumPy at full precision.
class MetricVectorsTest {

  @ParameterizedTest
  @CsvSource({
    "100000, 500, 500, 1500, 50, 0.005, 1.0, 0.1, 30.0, 0.3333333333333333, 3.0",
    "120000, 540, 702, 1333, 43, 0.0045, 1.3, 0.07962962962962963, 31.0, 0.5266316579144786,"
        + " 1.898860398860399"
  })
  void ratiosOfAWeek(
      long impressions,
      long clicks,
      BigDecimal spend,
      BigDecimal sales,
      long orders,
      double ctr,
      double cpc,
      double cvr,
      double aov,
      double acos,
      double roas) {
    Metrics week = Metrics.of(impressions, clicks, spend, sales, orders, orders);
    assertClose(week.ctr(), ctr);
    assertClose(week.cpc(), cpc);
    assertClose(week.cvr(), cvr);
    assertClose(week.aov(), aov);
    assertClose(week.acos(), acos);
    assertClose(week.roas(), roas);
  }

  private static void assertClose(Optional<BigDecimal> actual, double expected) {
    assertThat(actual.orElseThrow().doubleValue()).isCloseTo(expected, within(expected * 1e-9));
  }
}
