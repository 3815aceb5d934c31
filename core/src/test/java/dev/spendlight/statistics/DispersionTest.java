package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.statistics.Dispersion.Week;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispersionTest {
  private static final long SEED = 20260308;

  @Test
  void oneWeekSaysNothing() {
    assertThat(Dispersion.learn(List.of())).isEqualTo(0.10);
    assertThat(Dispersion.learn(List.of(new Week(300, 100)))).isEqualTo(0.10);
    assertThat(Dispersion.learn(List.of(new Week(9, 3), new Week(0, 3), new Week(3, 0))))
        .isEqualTo(0.10);
  }

  @Test
  void momentsAndThePriorOfEightWeeks() {
    List<Week> weeks =
        List.of(new Week(130, 100), new Week(70, 100), new Week(110, 100), new Week(90, 100));
    double seen = (.09 + .09 + .01 + .01) / 3 - .01;
    assertThat(Dispersion.learn(weeks))
        .isCloseTo(Math.sqrt((4 * seen + 8 * .01) / 12), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0, .05, .08", ".10, .08, .12", ".30, .25, .35", "1.5, .40, .40"})
  void longHistoriesSpeakForThemselves(double truth, double least, double most) {
    Draws draws = new Draws(SEED);
    List<Week> weeks =
        IntStream.range(0, 300)
            .mapToObj(i ->
                new Week(
                    draws.poisson(200 * (truth == 0 ? 1 : draws.gamma(1 / (truth * truth)))), 200))
            .toList();
    assertThat(Dispersion.learn(weeks)).as("seed %d", SEED).isBetween(least, most);
  }
}
