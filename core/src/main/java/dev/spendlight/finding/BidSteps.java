package dev.spendlight.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Bids change in steps of five percent.
final class BidSteps {
  private static final double STEP = 0.05;

  private BidSteps() {}

  /// @param share to take off, between 0 and 1
  /// @return the change, at least one step: -0.25 for a quarter less
  static BigDecimal lower(double share) {
    return change(-Math.max(STEP, share));
  }

  /// The nearest step to a change.
  static BigDecimal change(double change) {
    return BigDecimal.valueOf(Math.round(change / STEP) * STEP).setScale(2, RoundingMode.HALF_EVEN);
  }
}
