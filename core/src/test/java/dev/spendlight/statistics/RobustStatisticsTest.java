package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RobustStatisticsTest {
  private static final long SEED = 20260306;

  @Test
  void medianEqualsThatOfASort() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 500; round++) {
      int size = round < 100 ? round + 1 : random.nextInt(1, 3_000);
      int distinct = random.nextInt(3) == 0 ? 5 : 1_000_000;
      double[] values = random.ints(size, -distinct, distinct).asDoubleStream().toArray();
      if (round % 5 == 0) {
        Arrays.sort(values);
      }
      double[] before = values.clone();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double expected = (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
      assertThat(RobustStatistics.median(values))
          .as("seed %d, round %d, size %d", SEED, round, size)
          .isEqualTo(expected);
      assertThat(values).isEqualTo(before);
    }
  }

  @Test
  void shapesThatSpoilBadSelections() {
    int size = 200_001;
    double[] organPipe = new double[size];
    double[] equal = new double[size];
    for (int i = 0; i < size; i++) {
      organPipe[i] = Math.min(i, size - 1 - i);
      equal[i] = 7;
    }
    assertThat(RobustStatistics.median(organPipe)).isEqualTo(50_000);
    assertThat(RobustStatistics.median(equal)).isEqualTo(7);
  }

  @Test
  void spreadOfNothingGivesNoScore() {
    assertThat(RobustStatistics.z(9, 5, 5, 5, 5, 9)).isEmpty();
    assertThat(RobustStatistics.mad(5, 5, 5, 5, 9)).isZero();
  }

  @Test
  void oneWildValueMovesNothing() {
    assertThat(RobustStatistics.median(1, 2, 3, 4, 1e300)).isEqualTo(3);
    assertThat(RobustStatistics.mad(1, 2, 3, 4, 1e300)).isEqualTo(1);
    assertThat(RobustStatistics.median(Double.MAX_VALUE, Double.MAX_VALUE))
        .isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void noValuesAndNoNumbersAreRefused() {
    assertThatThrownBy(RobustStatistics::median).hasMessage("A median needs at least one value.");
    assertThatThrownBy(() -> RobustStatistics.median(1, Double.NaN))
        .hasMessageContaining("[1.0, NaN]");
  }
}
