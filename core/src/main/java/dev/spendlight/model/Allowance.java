package dev.spendlight.model;

import java.time.Duration;
import java.util.OptionalLong;

/// How much one question to a model may take, or several that an answer needs.
///
/// @param time until the answer is no longer wanted, attempts and waits between them together
/// @param attempts at most, the first included
/// @param nanoDollars that all attempts together may cost at worst; empty for no limit of money
public record Allowance(Duration time, int attempts, OptionalLong nanoDollars) {

  /// What is left for the next question. Attempts are counted anew.
  public Allowance after(Duration taken, NanoDollars paid) {
    Duration left = time.minus(taken);
    return new Allowance(
        left.isNegative() ? Duration.ZERO : left,
        attempts,
        nanoDollars.isEmpty()
            ? nanoDollars
            : OptionalLong.of(Math.max(0, nanoDollars.getAsLong() - paid.value())));
  }
}
