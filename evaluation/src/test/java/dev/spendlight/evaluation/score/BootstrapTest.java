package dev.spendlight.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.evaluation.score.Bootstrap.Interval;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static OptionalDouble mean(List<Double> values) {
    return values.stream().mapToDouble(each -> each).average();
  }

  @Test
  void theIntervalOfAMeanIsAboutTwoStandardErrorsWide() {
    // 100 zeros and 100 ones: the standard error is 0.5 / sqrt(200) = 0.0354.
    List<Double> values = IntStream.range(0, 200).mapToObj(i -> (double) (i % 2)).toList();
    Interval interval = Bootstrap.interval(values, BootstrapTest::mean).orElseThrow();
    assertThat(interval.low()).isEqualTo(0.5 - 1.96 * 0.0354, within(0.015));
    assertThat(interval.high()).isEqualTo(0.5 + 1.96 * 0.0354, within(0.015));
  }

  @Test
  void theSameSamplesGiveTheSameInterval() {
    List<Double> values = IntStream.range(0, 30).mapToObj(i -> Math.sin(i)).toList();
    assertThat(Bootstrap.interval(values, BootstrapTest::mean))
        .isEqualTo(Bootstrap.interval(values, BootstrapTest::mean));
  }

  @Test
  void samplesThatAreAllAlikeLeaveNoDoubt() {
    assertThat(Bootstrap.interval(Collections.nCopies(5, 0.7), BootstrapTest::mean).orElseThrow())
        .satisfies(interval -> {
          assertThat(interval.low()).isEqualTo(0.7, within(1e-9));
          assertThat(interval.high()).isEqualTo(0.7, within(1e-9));
        });
  }

  @Test
  void oneSampleTellsNoInterval() {
    assertThat(Bootstrap.interval(List.of(1.0), BootstrapTest::mean)).isEmpty();
  }
}
