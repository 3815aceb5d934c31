package dev.spendlight.evaluation.baseline;

import java.util.List;

/// Days in a row, of one campaign or target.
///
/// @param days oldest first; the last one is the as-of day
public record DayFigures(List<Sums> days) {

  public DayFigures {
    days = List.copyOf(days);
  }

  /// The last `count` days.
  public Sums last(int count) {
    return before(0, count);
  }

  /// The `count` days that come before the last `skipped` ones; fewer where there are no more.
  Sums before(int skipped, int count) {
    int to = Math.max(0, days.size() - skipped);
    return days.subList(Math.max(0, to - count), to).stream().reduce(Sums.ZERO, Sums::plus);
  }

  /// Days since it was first shown, the last day included; 0 if it never was.
  int age() {
    for (int i = 0; i < days.size(); i++) {
      if (days.get(i).impressions() > 0) {
        return days.size() - i;
      }
    }
    return 0;
  }
}
