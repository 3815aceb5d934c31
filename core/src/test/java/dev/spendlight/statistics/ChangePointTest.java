package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.statistics.ChangePoint.Day;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointTest {
  private static final long SEED = 20260310;

  private static List<Day> days(Draws draws, int count, int onset, double expected, double level) {
    return IntStream.range(0, count)
        .mapToObj(t -> new Day(draws.poisson(expected * (t < onset ? 1 : level)), expected))
        .toList();
  }

  /// All ways to place changes, weighed one by one: 2^(n-1) of them.
  private static double[] slowly(List<Day> days) {
    int n = days.size();
    double[] begins = new double[n];
    double total = 0;
    for (int changes = 0; changes < 1 << (n - 1); changes++) {
      double weight = 1;
      double shape = 8;
      double rate = 8;
      int start = 0;
      for (int t = 0; t < n; t++) {
        if (t > 0) {
          boolean change = (changes >> (t - 1) & 1) == 1;
          weight *= change ? 1.0 / 60 : 59.0 / 60;
          if (change) {
            start = t;
            shape = 8;
            rate = 8;
          }
        }
        Day day = days.get(t);
        weight *=
            new NegativeBinomial(shape, shape / rate * day.expected()).probability(day.observed());
        shape += day.observed();
        rate += day.expected();
      }
      begins[start] += weight;
      total += weight;
    }
    for (int t = 0; t < n; t++) {
      begins[t] /= total;
    }
    return begins;
  }

  @Test
  void equalsTheSumOverAllWaysToChange() {
    Draws draws = new Draws(SEED);
    List<Day> days = new ArrayList<>(days(draws, 12, 7, 9, .3));
    days.set(3, new Day(0, 0));
    ChangePoint found = ChangePoint.of(days);
    double[] slow = slowly(days);
    for (int t = 0; t < days.size(); t++) {
      assertThat(found.beganOn(t)).as("day %d, seed %d", t, SEED).isCloseTo(slow[t], within(1e-12));
    }
  }

  @Test
  void findsADropAndItsDay() {
    Draws draws = new Draws(SEED);
    int close = 0;
    int sure = 0;
    for (int round = 0; round < 200; round++) {
      ChangePoint found = ChangePoint.of(days(draws, 60, 50, 12, .35));
      sure += found.lowered(14, .75) > .9 ? 1 : 0;
      assertThat(found.raised(14, 1.25)).isLessThan(.2);
      close += Math.abs(found.loweredOn(14, .75).orElse(0) - 50) <= 1 ? 1 : 0;
    }
    assertThat(sure).as("sure of the drop, of 200, seed %d", SEED).isGreaterThan(190);
    assertThat(close).as("within a day, of 200, seed %d", SEED).isGreaterThan(170);
  }

  @Test
  void findsARise() {
    ChangePoint found = ChangePoint.of(days(new Draws(SEED), 60, 50, 12, 2.2));
    assertThat(found.raised(14, 1.25)).isGreaterThan(.95);
    assertThat(found.level()).isBetween(1.8, 2.6);
  }

  @Test
  void steadyAccountsStaySilent() {
    Draws draws = new Draws(SEED);
    int alarms = 0;
    for (int round = 0; round < 1_000; round++) {
      ChangePoint found = ChangePoint.of(days(draws, 60, 60, 12, 1));
      alarms += found.lowered(14, .75) > .5 ? 1 : 0;
    }
    assertThat(alarms).as("of 1000, seed %d", SEED).isLessThanOrEqualTo(10);
  }

  @Test
  void unknownDaysTellNothing() {
    Draws draws = new Draws(SEED);
    List<Day> days = new ArrayList<>(days(draws, 40, 40, 12, 1));
    IntStream.range(33, 40).forEach(t -> days.set(t, new Day(0, 0)));
    assertThat(ChangePoint.of(days).lowered(14, .75)).isLessThan(.1);
  }

  @Test
  void probabilitiesAddUpToOneOverManyMonths() {
    ChangePoint found = ChangePoint.of(days(new Draws(SEED), 500, 300, 400, .7));
    assertThat(IntStream.range(0, 500).mapToDouble(found::beganOn).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(found.loweredOn(250, .75).orElseThrow()).isBetween(299, 301);
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> ChangePoint.of(List.of())).hasMessageContaining("needs days");
    assertThatThrownBy(() -> new Day(3, 0)).hasMessageContaining("not 3");
    assertThatThrownBy(() -> ChangePoint.of(List.of(new Day(1, 1))).lowered(0, .75))
        .hasMessageContaining("not 0");
    assertThat(ChangePoint.of(List.of(new Day(1, 1))).lowered(14, .75)).isZero();
  }
}
