package dev.spendlight.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.scan.ShiftScan.LogRatio;
import dev.spendlight.scan.ShiftScan.Plan;
import dev.spendlight.scan.ShiftScan.Shift;
import dev.spendlight.statistics.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftScanTest {
  private static final int DAYS = 90;
  private static final int ONSET = 78;
  private static final Plan RISE = new Plan(true, 21, 42, 0.06, 0.04);
  private static final Plan FALL = new Plan(false, 21, 42, 0.06, 0.04);

  /// Daily logarithmic levels of some sets, scattered by chance.
  private static final class Levels implements ShiftScan.Measure {
    private final double[][] logs;

    Levels(int sets, double deviation, long seed) {
      Draws draws = new Draws(seed);
      logs = new double[sets][DAYS];
      for (double[] set : logs) {
        Arrays.setAll(set, day -> deviation * draws.normal());
      }
    }

    Levels shift(int set, double log) {
      return shift(set, ONSET, log);
    }

    Levels shift(int set, int onset, double log) {
      for (int day = onset; day < DAYS; day++) {
        logs[set][day] += log;
      }
      return this;
    }

    /// A set whose weeks differ by so much.
    Levels restless(int set, double deviation, long seed) {
      Draws draws = new Draws(seed);
      for (int week = 0; week * 7 < DAYS; week++) {
        double level = deviation * draws.normal();
        for (int day = week * 7; day < Math.min(DAYS, week * 7 + 7); day++) {
          logs[set][day] += level;
        }
      }
      return this;
    }

    @Override
    public Optional<LogRatio> compare(int set, int from, int onset, int end) {
      double before = Arrays.stream(logs[set], from, onset).average().orElseThrow();
      double after = Arrays.stream(logs[set], onset, end).average().orElseThrow();
      return Optional.of(new LogRatio(after - before, 1e-4));
    }

    List<Shift> shifts(Plan plan) {
      return ShiftScan.shifts(logs.length, DAYS, this, plan);
    }

    List<Integer> shifted(Plan plan) {
      return shifts(plan).stream().map(Shift::set).sorted().toList();
    }

    Optional<Shift> common(Plan plan) {
      return ShiftScan.common(logs.length, DAYS, this, plan);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aRiseIsFoundWithItsOnsetAndItsSize(long seed) {
    Levels levels = new Levels(8, 0.05, seed).shift(3, 0.4);
    assertThat(levels.shifted(RISE)).as("seed %d", seed).containsExactly(3);
    Shift shift = levels.shifts(RISE).getFirst();
    assertThat(shift.onset()).as("seed %d", seed).isBetween(ONSET - 2, ONSET + 2);
    assertThat(shift.log()).as("seed %d", seed).isCloseTo(0.4, within(0.08));
    assertThat(shift.ratio()).as("shrunk, seed %d", seed).isBetween(1.3, Math.exp(shift.log()));
    assertThat(shift.tested()).isEqualTo(8);
    assertThat(shift.adjusted()).isBetween(shift.pValue(), 0.02);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aFallIsFoundWhereFallsAreLookedForAndNowhereElse(long seed) {
    Levels levels = new Levels(8, 0.05, seed).shift(3, -0.4);
    assertThat(levels.shifted(FALL)).as("seed %d", seed).containsExactly(3);
    assertThat(levels.shifted(RISE)).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void twoSetsThatRiseAtDifferentTimesAreBothFound(long seed) {
    Levels levels = new Levels(10, 0.05, seed).shift(3, 0.4).shift(7, ONSET + 5, 0.5);
    assertThat(levels.shifted(RISE)).as("seed %d", seed).containsExactly(3, 7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatAllSetsDoIsNobodysShiftButACommonOne(long seed) {
    Levels levels = new Levels(12, 0.05, seed);
    for (int set = 0; set < 12; set++) {
      levels.shift(set, 0.5);
    }
    assertThat(levels.shifted(RISE)).as("seed %d", seed).isEmpty();
    Shift common = levels.common(RISE).orElseThrow();
    assertThat(common.log()).as("seed %d", seed).isCloseTo(0.5, within(0.05));
    assertThat(common.onset()).as("seed %d", seed).isBetween(ONSET - 1, ONSET + 1);
    assertThat(common.z()).as("seed %d", seed).isGreaterThan(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSetThatFallsWhileAllOthersRiseIsFound(long seed) {
    Levels levels = new Levels(12, 0.05, seed).shift(0, -0.1);
    for (int set = 1; set < 12; set++) {
      levels.shift(set, 0.4);
    }
    assertThat(levels.shifted(FALL)).as("seed %d", seed).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void twoSetsOfTwelveMakeNoCommonMove(long seed) {
    Shift common =
        new Levels(12, 0.05, seed).shift(1, 0.8).shift(2, 0.8).common(RISE).orElseThrow();
    assertThat(Math.abs(common.log())).as("seed %d", seed).isLessThan(0.06);
  }

  @Test
  void theSameShiftIsLessRemarkableInASetWhoseWeeksAlwaysDiffer() {
    int clearer = 0;
    for (long seed = 1; seed <= 100; seed++) {
      List<Shift> shifts =
          new Levels(10, 0.03, seed)
              .restless(2, 0.15, seed + 1000)
              .shift(2, 0.5)
              .shift(6, 0.5)
              .shifts(RISE);
      clearer += z(shifts, 6) > z(shifts, 2) ? 1 : 0;
    }
    assertThat(clearer).as("of 100, seeds 1 to 100").isGreaterThan(85);
  }

  private static double z(List<Shift> shifts, int set) {
    return shifts.stream().filter(each -> each.set() == set).mapToDouble(Shift::z).sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSetAloneIsComparedWithItsOwnPast(long seed) {
    assertThat(new Levels(1, 0.03, seed).shift(0, 0.5).shifted(RISE))
        .as("seed %d", seed)
        .containsExactly(0);
    assertThat(new Levels(2, 0.03, seed).shift(1, 0.5).shifted(RISE))
        .as("seed %d", seed)
        .containsExactly(1);
    assertThat(new Levels(2, 0.03, seed).shift(0, 0.5).shift(1, 0.5).common(RISE))
        .as("two sets say nothing of what is common, seed %d", seed)
        .isEmpty();
  }

  @Test
  void setsThatCannotBeComparedAreLeftOut() {
    Levels levels = new Levels(8, 0.05, 1).shift(3, 0.4);
    ShiftScan.Measure some =
        (set, from, onset, end) ->
            set == 5 ? Optional.empty() : levels.compare(set, from, onset, end);
    List<Shift> shifts = ShiftScan.shifts(8, DAYS, some, RISE);
    assertThat(shifts).extracting(Shift::set).containsExactly(3);
    assertThat(shifts.getFirst().tested()).isEqualTo(7);
  }

  @Test
  void withoutAPastNothingShifted() {
    Levels levels = new Levels(8, 0.05, 1).shift(3, 5, 3);
    assertThat(ShiftScan.shifts(8, 12, levels, RISE)).isEmpty();
    assertThat(ShiftScan.common(8, 12, levels, RISE)).isEmpty();
    assertThat(ShiftScan.shifts(0, DAYS, levels, RISE)).isEmpty();
  }

  @Test
  void chanceAloneHardlyEverShiftsAnything() {
    int alarmed = 0;
    for (long seed = 1; seed <= 200; seed++) {
      alarmed += new Levels(12, 0.15, seed).shifted(RISE).isEmpty() ? 0 : 1;
    }
    assertThat(alarmed).as("of 200, seeds 1 to 200").isLessThan(20);
  }
}
