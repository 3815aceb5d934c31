package dev.spendlight.scan;

import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.DailySums;
import dev.spendlight.scan.ShiftScan.LogRatio;
import java.util.Optional;

/// What an order of each set was worth after a day against before. How far single orders differ is
/// learned from the set's own days.
public final class OrderValue implements ShiftScan.Measure {
  private static final double LEAST_BEFORE = 12;
  private static final double LEAST_AFTER = 6;

  /// Relative variance of single order values, where days tell nothing; it counts as this many
  /// days.
  private static final double USUAL_VARIANCE = 0.25;

  private static final double USUAL_WEIGHT = 5;

  private final double[][] orders;
  private final double[][] sales;

  private OrderValue(double[][] orders, double[][] sales) {
    this.orders = orders;
    this.sales = sales;
  }

  /// @param sets the units of each
  public static OrderValue of(AccountHistory history, int[][] sets) {
    double[][] orders = new double[sets.length][];
    double[][] sales = new double[sets.length][];
    for (int set = 0; set < sets.length; set++) {
      DailySums daily = history.daily(sets[set]);
      orders[set] = daily.orders();
      sales[set] = daily.sales();
    }
    return new OrderValue(orders, sales);
  }

  @Override
  public Optional<LogRatio> compare(int set, int from, int onset, int end) {
    double ordersBefore = DailySums.sum(orders[set], from, onset - 1);
    double ordersAfter = DailySums.sum(orders[set], onset, end - 1);
    double salesBefore = DailySums.sum(sales[set], from, onset - 1);
    double salesAfter = DailySums.sum(sales[set], onset, end - 1);
    if (ordersBefore < LEAST_BEFORE
        || ordersAfter < LEAST_AFTER
        || salesBefore <= 0
        || salesAfter <= 0) {
      return Optional.empty();
    }
    double before = salesBefore / ordersBefore;
    double after = salesAfter / ordersAfter;
    double variance = ofOrders(set, from, onset, before);
    return Optional.of(
        new LogRatio(Math.log(after / before), variance * (1 / ordersBefore + 1 / ordersAfter)));
  }

  private double ofOrders(int set, int from, int onset, double mean) {
    double sum = USUAL_WEIGHT * USUAL_VARIANCE;
    double days = USUAL_WEIGHT;
    for (int day = from; day < onset; day++) {
      if (orders[set][day] > 0) {
        double relative = sales[set][day] / orders[set][day] / mean - 1;
        sum += orders[set][day] * relative * relative;
        days++;
      }
    }
    return sum / days;
  }
}
