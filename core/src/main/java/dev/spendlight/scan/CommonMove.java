package dev.spendlight.scan;

import dev.spendlight.scan.Comparison.Move;
import java.util.Arrays;

/// How far the account as a whole moved between two runs of days, by campaigns that moved alike: a
/// few that fell or rose alone do not count.
final class CommonMove {
  /// The account is taken to stand still as firmly as this many orders say.
  private static final double PRIOR_ORDERS = 20;

  /// Campaigns further than this many standard deviations from the others moved on their own.
  private static final double ALONE = 2.5;

  private static final int PASSES = 3;

  private final double[] observed;
  private final double[] expected;
  private final boolean[] kept;
  private double allObserved;
  private double allExpected;

  private CommonMove(double[] observed, double[] expected) {
    this.observed = observed;
    this.expected = expected;
    this.kept = new boolean[observed.length];
  }

  /// @param campaigns of each campaign
  /// @param from first day of the days before
  /// @param onset first day after
  /// @param end the day after the last one
  static CommonMove between(DailyCounts[] campaigns, int from, int onset, int end, double noise) {
    double[] observed = new double[campaigns.length];
    double[] expected = new double[campaigns.length];
    double[] variance = new double[campaigns.length];
    for (int c = 0; c < campaigns.length; c++) {
      Comparison alone =
          Comparison.of(
              campaigns[c].observed(from, onset),
              campaigns[c].due(from, onset),
              campaigns[c].observed(onset, end),
              campaigns[c].due(onset, end),
              Move.NONE);
      observed[c] = alone.observed();
      expected[c] = alone.expected();
      variance[c] = noise * noise + 1 / alone.support();
    }
    CommonMove move = new CommonMove(observed, expected);
    double level = move.median();
    for (int pass = 0; pass < PASSES; pass++) {
      level = move.keep(level, variance);
    }
    return move;
  }

  /// The level that half of the orders due lie below.
  private double median() {
    Integer[] order = new Integer[observed.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) ->
            Double.compare(
                (observed[a] + 1) / (expected[a] + 1), (observed[b] + 1) / (expected[b] + 1)));
    double half = Arrays.stream(expected).sum() / 2;
    double sum = 0;
    for (int campaign : order) {
      sum += expected[campaign];
      if (sum >= half && sum > 0) {
        return (observed[campaign] + 1) / (expected[campaign] + 1);
      }
    }
    return 1;
  }

  private double keep(double level, double[] variance) {
    allObserved = 0;
    allExpected = 0;
    for (int c = 0; c < observed.length; c++) {
      double mean = expected[c] * level;
      double deviation = Math.sqrt(mean + mean * mean * variance[c]);
      kept[c] = Math.abs(observed[c] - mean) <= ALONE * deviation;
      if (kept[c]) {
        allObserved += observed[c];
        allExpected += expected[c];
      }
    }
    return factor(allObserved, allExpected);
  }

  private static double factor(double observed, double expected) {
    return (observed + PRIOR_ORDERS) / (expected + PRIOR_ORDERS);
  }

  /// The move of the account without some of its campaigns.
  Move without(int[] campaigns) {
    double restObserved = allObserved;
    double restExpected = allExpected;
    for (int campaign : campaigns) {
      if (kept[campaign]) {
        restObserved -= observed[campaign];
        restExpected -= expected[campaign];
      }
    }
    restObserved = Math.max(0, restObserved);
    return new Move(factor(restObserved, Math.max(0, restExpected)), restObserved + PRIOR_ORDERS);
  }

  /// The move of all campaigns that moved alike.
  Move whole() {
    return without(new int[0]);
  }
}
