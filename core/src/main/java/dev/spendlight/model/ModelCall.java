package dev.spendlight.model;

import java.util.List;
import java.util.Optional;

/// What came of a question to a model.
///
/// @param reply to the last attempt
/// @param attempts every request that was sent, in order; none when it never came to that
/// @param most that they cost: their bills, and the worst case of those that broke off without one;
///   empty when the price is unknown
public record ModelCall(ModelReply reply, List<Attempt> attempts, Optional<NanoDollars> most) {
  public ModelCall {
    attempts = List.copyOf(attempts);
  }

  /// Nothing was sent.
  public static ModelCall unsent(ModelReply reply) {
    return new ModelCall(reply, List.of(), Optional.of(NanoDollars.ZERO));
  }
}
