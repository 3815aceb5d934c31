package dev.spendlight.model;

import java.time.Duration;

/// How much one question to a model may take, or several that an answer needs.
///
/// @param time until the answer is no longer wanted, attempts and waits between them together
/// @param attempts at most, the first included
/// @param purse pays for all attempts of one question together
public record Allowance(Duration time, int attempts, Purse purse) {

  /// For each question a purse of its own.
  public Allowance paidBy(Purse other) {
    return new Allowance(time, attempts, other);
  }

  /// What is left for the next question. Attempts are counted anew.
  public Allowance after(Duration taken) {
    Duration left = time.minus(taken);
    return new Allowance(left.isNegative() ? Duration.ZERO : left, attempts, purse);
  }
}
