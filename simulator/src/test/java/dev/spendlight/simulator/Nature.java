package dev.spendlight.simulator;

import dev.spendlight.account.AccountType;

/// Natures under test, as drawn but for what a test is about.
final class Nature {
  private Nature() {}

  static AccountNature drawn(long seed) {
    return AccountNature.drawn(Draws.of(seed, 11), Profile.STANDARD);
  }

  static AccountNature withOrders(OrderHabits orders) {
    AccountNature some = drawn(1);
    return new AccountNature(
        some.noise(),
        orders,
        some.placements(),
        some.acosSpread(),
        some.worstAcos(),
        some.tellsTarget(),
        some.tellsMargin());
  }

  static OrderHabits orders(AccountType type, double late, double cancelled, double invalid) {
    OrderHabits usual = OrderHabits.drawn(Draws.of(1, 1), type, 1);
    return new OrderHabits(type, usual.completeness(), 0.1, 0.002, 0.1, late, cancelled, invalid);
  }
}
