package dev.spendlight.simulator;

import dev.spendlight.account.AccountType;

/// Orders: when reports show them, in which attribution windows they are, how much they bring.
///
/// Of the orders within the account's window, a report shows on each morning after the click the
/// share that its habits say. Orders that only longer windows have come later, and on top.
final class OrderModel {
  private static final double WITHIN_7 = 0.94;
  private static final double WITHIN_14 = 0.98;
  private static final double SAME_DAY = 0.9;
  private static final double TWO_UNITS = 0.10;
  private static final double THREE_UNITS = 0.02;
  private static final double REDUCED = 0.12;
  private static final int LATEST = 28;

  private final OrderHabits habits;
  private final double[] completeness;
  private final double within;

  OrderModel(OrderHabits habits) {
    this.habits = habits;
    this.completeness = habits.completeness().stream().mapToDouble(each -> each).toArray();
    this.within = habits.type() == AccountType.SELLER ? WITHIN_7 : WITHIN_14;
  }

  /// The probability of an order in any window, where `conversion` is that of one within the
  /// account's.
  double anyWindow(double conversion) {
    return Math.min(0.95, conversion / within);
  }

  /// Gives the last click an order.
  void draw(ClickLog log, Draws draws, double priceInCoins) {
    double which = draws.uniform();
    int age;
    int window;
    if (which < within) {
      age = 1 + draws.index(completeness);
      window = window(age, draws);
      if (habits.late() > 0 && draws.chance(habits.late())) {
        age = draws.between(completeness.length + 1, LATEST);
      }
    } else if (which < WITHIN_14) {
      age = draws.between(8, 14);
      window = 14;
    } else {
      age = draws.between(15, 30);
      window = 30;
    }
    int units = units(draws);
    double paid = draws.chance(REDUCED) ? draws.uniform(0.80, 0.95) : 1;
    if (habits.spread() > 0) {
      double spread = habits.spread();
      paid *= StrictMath.exp(draws.normal(spread) - spread * spread / 2);
    }
    log.order((int) Math.round(priceInCoins * paid) * units, units, age, window);
    if (habits.cancelled() > 0 && draws.chance(habits.cancelled())) {
      log.cancel(age + (draws.chance(0.8) ? draws.between(1, 3) : draws.between(4, 25)));
    }
  }

  private int window(int age, Draws draws) {
    if (age <= 2 && draws.chance(SAME_DAY)) {
      return 1;
    }
    return age <= 7 ? 7 : 14;
  }

  private int units(Draws draws) {
    if (habits.bulk() > 0 && draws.chance(habits.bulk())) {
      return (int) Math.clamp(draws.logNormal(8, 0.6), 4, 60);
    }
    double many = draws.uniform();
    return many < THREE_UNITS ? 3 : many < THREE_UNITS + TWO_UNITS ? 2 : 1;
  }

  /// Takes the last click back, now and then.
  void mayBeInvalid(ClickLog log, Draws draws) {
    if (habits.invalid() > 0 && draws.chance(habits.invalid())) {
      log.invalidate(draws.between(2, 4));
    }
  }
}
