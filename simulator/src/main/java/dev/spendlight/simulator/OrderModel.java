package dev.spendlight.simulator;

/// Orders: when reports show them, in which attribution windows they are, how much they bring.
///
/// Of the orders within seven days, a report shows on the first to seventh morning after the click
/// 60, 74, 82, 88, 93, 97 and 100 of a hundred. Orders that only the longer windows have come
/// later, and on top.
final class OrderModel {
  private static final double[] COMPLETENESS = {0.60, 0.74, 0.82, 0.88, 0.93, 0.97, 1.0};
  private static final double WITHIN_7 = 0.94;
  private static final double WITHIN_14 = 0.98;
  private static final double SAME_DAY = 0.9;
  private static final double TWO_UNITS = 0.10;
  private static final double THREE_UNITS = 0.02;
  private static final double REDUCED = 0.12;

  private OrderModel() {}

  /// The probability of an order in any window, where `conversion` is that of one within seven
  /// days.
  static double anyWindow(double conversion) {
    return Math.min(0.95, conversion / WITHIN_7);
  }

  static void draw(ClickLog log, Draws draws, double priceInCoins) {
    double which = draws.uniform();
    int age;
    int window;
    if (which < WITHIN_7) {
      age = 1 + draws.index(COMPLETENESS);
      window = age <= 2 && draws.chance(SAME_DAY) ? 1 : 7;
    } else if (which < WITHIN_14) {
      age = draws.between(8, 14);
      window = 14;
    } else {
      age = draws.between(15, 30);
      window = 30;
    }
    double many = draws.uniform();
    int units = many < THREE_UNITS ? 3 : many < THREE_UNITS + TWO_UNITS ? 2 : 1;
    double paid = draws.chance(REDUCED) ? draws.uniform(0.80, 0.95) : 1;
    log.order((int) Math.round(priceInCoins * paid) * units, units, age, window);
  }
}
