package dev.spendlight.simulator;

import dev.spendlight.account.AccountType;
import java.util.ArrayList;
import java.util.List;

/// How an account's customers order, and how the platform reports it.
///
/// @param type decides the attribution window: sellers 7 days, vendors 14
/// @param completeness of the orders within that window, the share that reports show on each
///   morning after the click; the last is 1
/// @param spread of order values around the price, as a deviation of logarithms
/// @param bulk share of orders that are very large baskets
/// @param otherProducts share of orders for another product of the account than the one clicked
/// @param late share of orders that reports show only after the window is over
/// @param cancelled share of orders that later reports no longer show
/// @param invalid share of clicks that are taken back, with their price, within three days
record OrderHabits(
    AccountType type,
    List<Double> completeness,
    double spread,
    double bulk,
    double otherProducts,
    double late,
    double cancelled,
    double invalid) {
  private static final List<Double> WITHIN_7 = List.of(0.60, 0.74, 0.82, 0.88, 0.93, 0.97, 1.0);
  private static final List<Double> WITHIN_14 =
      List.of(0.52, 0.65, 0.72, 0.78, 0.825, 0.86, 0.885, 0.91, 0.93, 0.95, 0.965, 0.98, 0.99, 1.0);

  /// A seller's, without anything unusual.
  static final OrderHabits ORDINARY =
      new OrderHabits(AccountType.SELLER, WITHIN_7, 0, 0, 0, 0, 0, 0);

  private static final double SINGLE_UNITS = 1.14;
  private static final double BULK_UNITS = 9.5;

  OrderHabits {
    completeness = List.copyOf(completeness);
  }

  /// @param scale times the ordinary spread of order values
  static OrderHabits drawn(Draws draws, AccountType type, double scale) {
    List<Double> usual = type == AccountType.SELLER ? WITHIN_7 : WITHIN_14;
    // A power below 1 is an account whose orders come sooner.
    double haste = Math.clamp(draws.logNormal(1, 0.25), 0.6, 1.7);
    List<Double> curve = new ArrayList<>();
    for (double share : usual) {
      curve.add(StrictMath.pow(share, haste));
    }
    return new OrderHabits(
        type,
        curve,
        scale * draws.uniform(0.05, 0.25),
        scale * draws.uniform(0, 0.006),
        draws.uniform(0.02, 0.20),
        draws.uniform(0, 0.03),
        draws.uniform(0.005, 0.05),
        draws.uniform(0, 0.02));
  }

  /// Units of an order, on average.
  double units() {
    return (1 - bulk) * SINGLE_UNITS + bulk * BULK_UNITS;
  }

  /// Share of clicks and orders that stay.
  double kept() {
    return (1 - cancelled) * (1 - invalid);
  }
}
