package dev.spendlight.model;

import java.util.Optional;

/// Where the money for a question comes from. Asked before every attempt, so that nothing is sent
/// that could not be paid for.
public interface Purse {
  /// Pays for everything, priced or not.
  Purse OPEN = most -> true;

  /// Whether the question may cost as much. Whoever says so has set the money aside.
  ///
  /// @param most that the question may have cost at worst after one more attempt, the earlier ones
  ///   included; empty when its price is unknown
  boolean covers(Optional<NanoDollars> most);

  /// Holds a fixed amount for one question, and pays for nothing whose price is unknown.
  static Purse of(NanoDollars amount) {
    return most -> most.filter(worst -> worst.compareTo(amount) <= 0).isPresent();
  }
}
