package dev.spendlight.scan;

import dev.spendlight.scan.Comparison.Move;
import java.util.ArrayList;
import java.util.List;

/// How much more than Poisson an account's weeks differ, learned at each level from its own past.
///
/// Each past week of each set is compared with the weeks before it, just as the scan compares the
/// last days; the relative variance is the one at which the squared standardised differences, those
/// beyond 2.5 standard deviations cut off, have the mean that a normal variable has. So weeks in
/// which something really happened count for little.
final class Noise {
  /// Of an account without a past.
  private static final double USUAL = 0.12;

  private static final double USUAL_WEIGHT = 20;
  private static final double LEAST = 0.06;
  private static final double MOST = 0.8;

  private static final int WEEK = 7;
  private static final int LEAST_PAST = 14;
  private static final int MOST_PAST = 42;
  private static final double LEAST_EXPECTED = 3;

  private static final double CUT = 2.5;
  private static final double NORMAL_MEAN = 0.977;

  private Noise() {}

  /// @param sets of one level
  /// @param within the campaigns of each set, which are not held against it; without any, sets are
  ///   compared with their own past alone
  /// @param end the day after the last one that may be used: the past, not the days in question
  static double of(List<DailyCounts> sets, DailyCounts[] campaigns, List<int[]> within, int end) {
    List<Comparison> weeks = new ArrayList<>();
    for (int onset = end - WEEK; onset >= LEAST_PAST; onset -= WEEK) {
      int from = Math.max(0, onset - MOST_PAST);
      CommonMove move = CommonMove.between(campaigns, from, onset, onset + WEEK, USUAL);
      for (int i = 0; i < sets.size(); i++) {
        DailyCounts set = sets.get(i);
        double due = set.due(onset, onset + WEEK);
        if (due >= LEAST_EXPECTED) {
          Move rest = within.isEmpty() ? Move.NONE : move.without(within.get(i));
          Comparison week =
              Comparison.of(
                  set.observed(from, onset),
                  set.due(from, onset),
                  set.observed(onset, onset + WEEK),
                  due,
                  rest);
          if (week.expected() >= LEAST_EXPECTED) {
            weeks.add(week);
          }
        }
      }
    }
    return shrunk(weeks);
  }

  private static double shrunk(List<Comparison> weeks) {
    double low = 0;
    double high = MOST * MOST;
    if (weeks.isEmpty()) {
      return USUAL;
    }
    for (int step = 0; step < 40; step++) {
      double middle = (low + high) / 2;
      if (mean(weeks, middle) > NORMAL_MEAN) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double variance =
        (weeks.size() * (low + high) / 2 + USUAL_WEIGHT * USUAL * USUAL)
            / (weeks.size() + USUAL_WEIGHT);
    return Math.clamp(Math.sqrt(variance), LEAST, MOST);
  }

  private static double mean(List<Comparison> weeks, double variance) {
    double sum = 0;
    for (Comparison week : weeks) {
      double mean = week.expected();
      double difference = week.observed() - mean;
      double spread = mean + mean * mean * (variance + 1 / week.support());
      sum += Math.min(CUT * CUT, difference * difference / spread);
    }
    return sum / weeks.size();
  }
}
