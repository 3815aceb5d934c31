package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  private static final long SEED = 20260303;

  @Test
  void nothingToTestRejectsNothing() {
    BenjaminiHochberg none = BenjaminiHochberg.of(.05, List.of());
    assertThat(none.rejections()).isZero();
    assertThat(none.threshold()).isZero();
  }

  @Test
  void oneTestIsItself() {
    assertThat(BenjaminiHochberg.of(.05, .05).isRejected(0)).isTrue();
    assertThat(BenjaminiHochberg.of(.05, .0501).isRejected(0)).isFalse();
    assertThat(BenjaminiHochberg.of(.05, .03).adjusted(0)).isEqualTo(.03);
  }

  @Test
  void tiesShareOneFate() {
    BenjaminiHochberg result = BenjaminiHochberg.of(.05, .02, .9, .02, .02, .02);
    assertThat(result.rejections()).isEqualTo(4);
    assertThat(result.isRejected(1)).isFalse();
    assertThat(IntStream.of(0, 2, 3, 4).allMatch(result::isRejected)).isTrue();
    assertThat(result.adjusted(0)).isEqualTo(result.adjusted(4)).isEqualTo(.025);
  }

  @Test
  void aLaterPassCarriesAnEarlierFailure() {
    // .03 alone fails its own rank (1/3 of .05) and is carried by the third.
    assertThat(BenjaminiHochberg.of(.05, .03, .04, .05).rejections()).isEqualTo(3);
  }

  @Test
  void orderOfTheInputDoesNotMatter() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      List<Double> values = new ArrayList<>();
      int size = 1 + random.nextInt(60);
      for (int i = 0; i < size; i++) {
        values.add(
            random.nextInt(4) == 0
                ? Math.round(random.nextDouble() * 20) / 400.0
                : Math.pow(random.nextDouble(), 3));
      }
      BenjaminiHochberg before = BenjaminiHochberg.of(.05, values);
      List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
      Collections.shuffle(order, random);
      BenjaminiHochberg after = BenjaminiHochberg.of(.05, order.stream().map(values::get).toList());
      String what = "seed %d, round %d: %s".formatted(SEED, round, values);
      assertThat(after.threshold()).as(what).isEqualTo(before.threshold());
      int rejected = 0;
      for (int i = 0; i < size; i++) {
        int old = order.get(i);
        assertThat(after.adjusted(i)).as(what).isEqualTo(before.adjusted(old));
        assertThat(after.isRejected(i)).as(what).isEqualTo(before.isRejected(old));
        assertThat(after.isRejected(i)).as(what).isEqualTo(values.get(old) <= after.threshold());
        assertThat(after.adjusted(i)).as(what).isBetween(values.get(old), 1.0);
        rejected += after.isRejected(i) ? 1 : 0;
      }
      assertThat(rejected).as(what).isEqualTo(after.rejections());
      // Smaller p-values never have larger adjusted ones, and a higher rate never rejects less.
      for (int i = 1; i < size; i++) {
        double step = values.get(order.get(i)) - values.get(order.get(i - 1));
        assertThat(step * (after.adjusted(i) - after.adjusted(i - 1)) >= 0).as(what).isTrue();
      }
      assertThat(BenjaminiHochberg.of(.2, values).rejections())
          .as(what)
          .isGreaterThanOrEqualTo(after.rejections());
    }
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> BenjaminiHochberg.of(.05, .1, Double.NaN))
        .hasMessage("A p-value is a number from 0 to 1, not NaN.");
    assertThatThrownBy(() -> BenjaminiHochberg.of(0, .1))
        .hasMessageContaining("A false discovery rate");
  }
}
