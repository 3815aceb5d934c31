package dev.spendlight.log;

import dev.spendlight.model.Attempt;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.Usage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A reply that was paid for, with what is needed to answer from it again.
///
/// @param reply one of those of which [#isPaid] holds
/// @param usage that was billed for it
/// @param servedBy the model that answered, as the provider names it
/// @param at when it came, to the millisecond
public record PaidReply(
    ModelReply reply, Optional<Usage> usage, Optional<String> servedBy, Instant at) {

  /// @throws IllegalArgumentException when it is no reply that is paid for
  public PaidReply {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    if (!isPaid(reply)) {
      throw new IllegalArgumentException("Nobody pays for a reply that is " + reply.key() + ".");
    }
  }

  /// Whether a model has answered to the end, which is billed, and would come again for the same
  /// request: a refusal, and an answer that does not fit `maxTokens`, as well as a whole one. What
  /// goes wrong on the way may go right the next time.
  public static boolean isPaid(ModelReply reply) {
    return switch (reply) {
      case ModelReply.Complete _,
          ModelReply.Truncated _,
          ModelReply.Refused _,
          ModelReply.Interrupted _ ->
          true;
      case ModelReply.Busy _,
          ModelReply.Unavailable _,
          ModelReply.Late _,
          ModelReply.TooDear _,
          ModelReply.Misconfigured _,
          ModelReply.Garbled _,
          ModelReply.Cancelled _ ->
          false;
    };
  }

  /// What is worth keeping of a call.
  ///
  /// @param at when the reply came
  public static Optional<PaidReply> of(ModelCall call, Instant at) {
    if (!isPaid(call.reply()) || call.attempts().isEmpty()) {
      return Optional.empty();
    }
    Attempt last = call.attempts().getLast();
    return Optional.of(new PaidReply(call.reply(), last.usage(), last.servedBy(), at));
  }
}
