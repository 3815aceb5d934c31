package dev.spendlight.finding;

import dev.spendlight.statistics.RobustStatistics;
import java.util.ArrayList;
import java.util.List;

/// How far things that are held against each other differ beyond chance: the relative standard
/// deviation of orders around those due, by the middle one of them, so that a few that differ for
/// reasons of their own do not count. Where few tell, a usual spread counts as some of them.
final class Spread {
  private static final double NORMAL_MAD = 1.4826;
  private static final double LEAST_DUE = 5;

  private final List<Double> squares = new ArrayList<>();

  /// @param support orders that those due rest on
  void add(double orders, double due, double support) {
    if (due >= LEAST_DUE && support > 0) {
      double log = Math.log((orders + 1) / (due + 1));
      squares.add(Math.max(0, log * log - 1 / due - 1 / support));
    }
  }

  /// @param weight how many of the things the usual spread counts as
  double value(double usual, double weight, double least, double most) {
    double seen =
        squares.isEmpty()
            ? 0
            : NORMAL_MAD
                * NORMAL_MAD
                * RobustStatistics.median(
                    squares.stream().mapToDouble(Double::doubleValue).toArray());
    double variance = (squares.size() * seen + weight * usual * usual) / (squares.size() + weight);
    return Math.clamp(Math.sqrt(variance), least, most);
  }
}
