package dev.spendlight.scan;

import dev.spendlight.scan.Comparison.Move;
import dev.spendlight.statistics.GammaPoisson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The conversion of the whole account since a day, against before.
///
/// @param onset the day since which it stands out most, counted in the history
/// @param last last day that was judged
/// @param pValue two-sided, corrected for looking since when
public record AccountMove(int onset, int last, double observed, double expected, double pValue) {
  private static final int LONGEST = 28;
  private static final int SHORTEST = 5;
  private static final int MOST_PAST = 42;
  private static final int LEAST_PAST = 14;
  private static final double LEAST_EXPECTED = 30;
  private static final double WINDOWS = 4;

  /// Empty where the history is too short or too thin.
  public static Optional<AccountMove> of(OrdersDue orders, UnitSets sets) {
    int units = orders.history().units().size();
    boolean[] left = new boolean[units];
    DailyCounts account = DailyCounts.of(orders, IntStream.range(0, units).toArray(), left);
    DailyCounts[] campaigns =
        Arrays.stream(sets.campaigns().members())
            .map(each -> DailyCounts.of(orders, each, left))
            .toArray(DailyCounts[]::new);
    int end = orders.lastMature() + 1;
    double noise = Noise.of(List.of(account), campaigns, List.of(), end - LONGEST / 2);
    AccountMove best = null;
    for (int onset = Math.max(LEAST_PAST, end - LONGEST); onset <= end - SHORTEST; onset++) {
      int from = Math.max(0, onset - MOST_PAST);
      CommonMove move = CommonMove.between(campaigns, from, onset, end, noise);
      Comparison whole =
          Comparison.of(
              account.observed(from, onset),
              account.due(from, onset),
              account.observed(onset, end),
              account.due(onset, end),
              Move.NONE);
      if (whole.expected() < LEAST_EXPECTED) {
        continue;
      }
      // What a few campaigns did alone is no move of the account.
      double observed = whole.expected() * move.whole().factor();
      double lower =
          GammaPoisson.lowerTail(Math.round(observed), whole.expected(), whole.support(), noise);
      double upper =
          GammaPoisson.upperTail(Math.round(observed), whole.expected(), whole.support(), noise);
      double pValue = Math.min(1, 2 * WINDOWS * Math.min(lower, upper));
      if (best == null || pValue < best.pValue()) {
        best = new AccountMove(onset, end - 1, observed, whole.expected(), pValue);
      }
    }
    return Optional.ofNullable(best);
  }

  /// After over before.
  public double factor() {
    return (observed + 1) / (expected + 1);
  }
}
