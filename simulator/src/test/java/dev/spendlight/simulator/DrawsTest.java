package dev.spendlight.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Moments of 200,000 draws from a fixed seed, within several standard errors.
class DrawsTest {
  private static final int COUNT = 200_000;

  private final Draws draws = Draws.of(1, 1);

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 4, 29, 31, 400})
  void poissonHasMeanAndVarianceAlike(double mean) {
    double[] moments = moments(() -> draws.poisson(mean));
    assertThat(moments[0]).isCloseTo(mean, within(0.02 * mean));
    assertThat(moments[1]).isCloseTo(mean, within(0.03 * mean + 0.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 8})
  void gammaHasMeanAndVarianceOfItsShape(double shape) {
    double[] moments = moments(() -> draws.gamma(shape));
    assertThat(moments[0]).isCloseTo(shape, within(0.02 * shape));
    assertThat(moments[1]).isCloseTo(shape, within(0.05 * shape));
  }

  @Test
  void betaHasItsMeanAndStrength() {
    double[] moments = moments(() -> draws.beta(0.1, 18));
    assertThat(moments[0]).isCloseTo(0.1, within(0.001));
    assertThat(moments[1]).isCloseTo(0.1 * 0.9 / 19, within(0.0003));
  }

  @Test
  void logNormalHasItsMedian() {
    double[] values = new double[COUNT];
    Arrays.setAll(values, i -> draws.logNormal(28, 0.4));
    Arrays.sort(values);
    assertThat(values[COUNT / 2]).isCloseTo(28, within(0.3));
  }

  @Test
  void indexFollowsTheShares() {
    double[] shares = Shares.zipf(5, 1.1);
    double[] counts = new double[5];
    double[] running = Shares.running(shares);
    for (int i = 0; i < COUNT; i++) {
      counts[draws.index(running)]++;
    }
    for (int i = 0; i < 5; i++) {
      assertThat(counts[i] / COUNT).isCloseTo(shares[i], within(0.005));
    }
  }

  private static double[] moments(DoubleSupplier source) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < COUNT; i++) {
      double value = source.getAsDouble();
      sum += value;
      squares += value * value;
    }
    double mean = sum / COUNT;
    return new double[] {mean, squares / COUNT - mean * mean};
  }
}
