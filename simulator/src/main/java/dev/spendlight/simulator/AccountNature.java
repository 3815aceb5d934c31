package dev.spendlight.simulator;

import dev.spendlight.account.AccountType;

/// How an account behaves by itself, incidents apart. Accounts differ in it, and no report tells.
///
/// @param noise how much its figures move
/// @param orders how its customers order
/// @param placements how its placements differ
/// @param acosSpread how far the true ACOS of its targets lie from each other, as a deviation of
///   logarithms
/// @param worstAcos the highest true ACOS of a target in order, over the target ACOS
/// @param tellsTarget whether the seller tells the target ACOS
/// @param tellsMargin whether the seller tells the margin
public record AccountNature(
    Noise noise,
    OrderHabits orders,
    PlacementModel placements,
    double acosSpread,
    double worstAcos,
    boolean tellsTarget,
    boolean tellsMargin) {

  /// A middling seller who tells everything. Its campaigns are for everything in turn.
  public static final AccountNature ORDINARY =
      new AccountNature(
          Noise.ORDINARY, OrderHabits.ORDINARY, PlacementModel.ORDINARY, 0.18, 1.15, true, true);

  private static final double VENDORS = 0.2;

  static AccountNature drawn(Draws draws, Profile profile) {
    AccountType type = draws.chance(VENDORS) ? AccountType.VENDOR : AccountType.SELLER;
    return new AccountNature(
        Noise.drawn(draws, profile.noise(), profile.dispersion()),
        OrderHabits.drawn(draws, type, profile.noise()),
        PlacementModel.drawn(draws),
        draws.uniform(0.14, 0.24),
        1.35,
        draws.chance(0.85),
        draws.chance(0.75));
  }

  /// Whether nothing of it was drawn.
  boolean isOrdinary() {
    return equals(ORDINARY);
  }
}
