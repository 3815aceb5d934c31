package dev.spendlight.scan;

import dev.spendlight.history.AccountHistory;
import dev.spendlight.scan.ShiftScan.LogRatio;
import java.util.Optional;

/// What the clicks of each campaign cost after a day against before, with the mix of its targets
/// held fixed: the mean log ratio of each target's cost per click, weighted by what its later
/// clicks would have cost before. So a shift of clicks to dearer targets is no rise of prices.
public final class PriceOfClicks implements ShiftScan.Measure {
  /// Standard deviation of one target's cost per click, beyond its campaign's.
  private static final double TARGET_NOISE = 0.10;

  /// Relative variance of what single clicks cost.
  private static final double CLICK_VARIANCE = 0.15;

  private static final double LEAST_CLICKS_BEFORE = 3;
  private static final double LEAST_CLICKS_AFTER = 1;
  private static final double LEAST_TARGETS_CLICKS = 10;

  private final int[][] campaigns;
  private final double[][] clicks;
  private final double[][] spend;

  private PriceOfClicks(int[][] campaigns, double[][] clicks, double[][] spend) {
    this.campaigns = campaigns;
    this.clicks = clicks;
    this.spend = spend;
  }

  /// @param campaigns the units of each
  public static PriceOfClicks of(AccountHistory history, int[][] campaigns) {
    int units = history.units().size();
    double[][] clicks = new double[units][history.length() + 1];
    double[][] spend = new double[units][history.length() + 1];
    for (int unit = 0; unit < units; unit++) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        clicks[unit][history.day(row) + 1] += history.clicks(row);
        spend[unit][history.day(row) + 1] += history.spend(row);
      }
      for (int day = 0; day < history.length(); day++) {
        clicks[unit][day + 1] += clicks[unit][day];
        spend[unit][day + 1] += spend[unit][day];
      }
    }
    return new PriceOfClicks(campaigns, clicks, spend);
  }

  @Override
  public Optional<LogRatio> compare(int set, int from, int onset, int end) {
    return index(set, from, onset, end, false);
  }

  /// The same without the target that weighs most: whether it is really the campaign.
  public Optional<LogRatio> withoutLargest(int set, int from, int onset, int end) {
    return index(set, from, onset, end, true);
  }

  private Optional<LogRatio> index(int set, int from, int onset, int end, boolean withoutLargest) {
    double weights = 0;
    double squares = 0;
    double logs = 0;
    double count = 0;
    double largest = 0;
    double largestLog = 0;
    double largestCount = 0;
    for (int unit : campaigns[set]) {
      double clicksBefore = clicks[unit][onset] - clicks[unit][from];
      double clicksAfter = clicks[unit][end] - clicks[unit][onset];
      if (clicksBefore >= LEAST_CLICKS_BEFORE && clicksAfter >= LEAST_CLICKS_AFTER) {
        double before = (spend[unit][onset] - spend[unit][from]) / clicksBefore;
        double after = (spend[unit][end] - spend[unit][onset]) / clicksAfter;
        if (before > 0 && after > 0) {
          double weight = before * clicksAfter;
          double log = Math.log(after / before);
          weights += weight;
          squares += weight * weight;
          logs += weight * log;
          count += clicksAfter;
          if (weight > largest) {
            largest = weight;
            largestLog = log;
            largestCount = clicksAfter;
          }
        }
      }
    }
    if (withoutLargest) {
      weights -= largest;
      squares -= largest * largest;
      logs -= largest * largestLog;
      count -= largestCount;
    }
    if (count < LEAST_TARGETS_CLICKS || weights <= 0) {
      return Optional.empty();
    }
    double targets = Math.max(1, weights * weights / Math.max(squares, Double.MIN_NORMAL));
    return Optional.of(
        new LogRatio(
            logs / weights, TARGET_NOISE * TARGET_NOISE / targets + CLICK_VARIANCE / count));
  }
}
