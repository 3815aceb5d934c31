package dev.spendlight.finding;

import dev.spendlight.history.AccountHistory;
import dev.spendlight.statistics.RobustStatistics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What each campaign's clicks cost as a share of its targets' present bids. It tells who made
/// clicks dearer when no pull shows the bids from before: after the account's own raise a campaign
/// pays the usual share of its bids, in a dearer market it pays more of them than the others do.
final class PaidOfBid {
  private static final int FORTNIGHT = 14;
  private static final double LEAST_CLICKS = 20;
  private static final int LEAST_CAMPAIGNS = 5;
  private static final double NORMAL_MAD = 1.4826;

  private final Changes changes;
  private final AccountHistory history;
  private final OptionalDouble usual;
  private final double spread;

  /// @param dearer campaigns that do not say what is usual
  PaidOfBid(Changes changes, Set<Integer> dearer) {
    this.changes = changes;
    this.history = changes.history();
    int[][] members = changes.sets().campaigns().members();
    List<Double> logs = new ArrayList<>();
    for (int campaign = 0; campaign < members.length; campaign++) {
      if (!dearer.contains(campaign)) {
        log(members[campaign], history.length() - FORTNIGHT).ifPresent(logs::add);
      }
    }
    double[] values = logs.stream().mapToDouble(Double::doubleValue).toArray();
    this.usual =
        values.length >= LEAST_CAMPAIGNS
            ? OptionalDouble.of(RobustStatistics.median(values))
            : OptionalDouble.empty();
    this.spread =
        usual.isEmpty()
            ? Double.POSITIVE_INFINITY
            : NORMAL_MAD
                * RobustStatistics.median(
                    logs.stream()
                        .mapToDouble(log -> Math.abs(log - usual.getAsDouble()))
                        .toArray());
  }

  /// The mean logarithm of cost per click over present bid since a day, weighted by spend; empty
  /// with few clicks whose bid is known.
  private OptionalDouble log(int[] units, int since) {
    double clicks = 0;
    double weights = 0;
    double logs = 0;
    for (int unit : units) {
      Optional<BigDecimal> bid = changes.settings().bid(history.units().get(unit).id());
      double own = 0;
      double spend = 0;
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        if (history.day(row) >= since) {
          own += history.clicks(row);
          spend += history.spend(row);
        }
      }
      if (bid.isPresent() && bid.get().signum() > 0 && own > 0 && spend > 0) {
        clicks += own;
        weights += spend;
        logs += spend * Math.log(spend / own / bid.get().doubleValue());
      }
    }
    return clicks >= LEAST_CLICKS ? OptionalDouble.of(logs / weights) : OptionalDouble.empty();
  }

  /// Whether a rise of what a campaign's clicks cost is the account's own rather than the market's,
  /// as far as the account's campaigns are alike enough to tell.
  ///
  /// @param rise logarithm of the rise since a day
  boolean isOwnRise(int[] units, int since, double rise) {
    OptionalDouble now = log(units, since);
    return now.isPresent()
        && usual.isPresent()
        && spread < rise / 2
        && now.getAsDouble() - usual.getAsDouble() < rise / 2;
  }
}
