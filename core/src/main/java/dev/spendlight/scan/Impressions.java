package dev.spendlight.scan;

import dev.spendlight.history.AccountHistory;
import dev.spendlight.scan.ShiftScan.LogRatio;
import java.util.Optional;

/// The impressions a day of each campaign after a day against before.
public final class Impressions implements ShiftScan.Measure {
  private static final double LEAST_A_DAY = 20;
  private static final int LEAST_DAYS = 10;

  private final double[][] sums;
  private final int[] known;

  private Impressions(double[][] sums, int[] known) {
    this.sums = sums;
    this.known = known;
  }

  /// @param campaigns the units of each
  public static Impressions of(AccountHistory history, int[][] campaigns) {
    int days = history.length();
    int[] known = new int[days + 1];
    for (int day = 0; day < days; day++) {
      known[day + 1] = known[day] + (history.isDelivered(day) ? 1 : 0);
    }
    double[][] sums = new double[campaigns.length][days + 1];
    for (int set = 0; set < campaigns.length; set++) {
      double[] daily = history.daily(campaigns[set]).impressions();
      for (int day = 0; day < days; day++) {
        sums[set][day + 1] = sums[set][day] + daily[day];
      }
    }
    return new Impressions(sums, known);
  }

  @Override
  public Optional<LogRatio> compare(int set, int from, int onset, int end) {
    int daysBefore = known[onset] - known[from];
    int daysAfter = known[end] - known[onset];
    double before = sums[set][onset] - sums[set][from];
    double after = sums[set][end] - sums[set][onset];
    if (daysBefore < LEAST_DAYS || daysAfter == 0 || before < LEAST_A_DAY * daysBefore) {
      return Optional.empty();
    }
    double ratio = (after + 1) / daysAfter / ((before + 1) / daysBefore);
    return Optional.of(new LogRatio(Math.log(ratio), 1 / (after + 1) + 1 / (before + 1)));
  }
}
