package dev.spendlight.claude;

import dev.spendlight.model.ModelReply;
import dev.spendlight.model.Usage;
import java.time.Duration;
import java.util.Optional;

/// What became of one attempt.
///
/// @param charge whether it has to be paid
/// @param again whether the same request may be sent once more
/// @param pause that the provider asks for before that
/// @param health what it says of the provider
record Outcome(
    ModelReply reply,
    Charge charge,
    Optional<Usage> usage,
    Optional<String> requestId,
    Optional<String> servedBy,
    boolean again,
    Optional<Duration> pause,
    Health health) {

  /// Whether an attempt has to be paid.
  enum Charge {
    /// It was turned away before a model saw it.
    NOTHING,
    /// By its usage; where the provider told none, a model may have run all the same, and the worst
    /// is assumed.
    USAGE
  }

  /// What the circuit breaker makes of an attempt.
  enum Health {
    /// The provider did what it is there for, a refusal included.
    GOOD,
    /// Out of order: no connection, too late, 5xx, overloaded, not its protocol.
    BAD,
    /// Says nothing of it: our request, key or quota is wrong, or the caller went away.
    NEITHER
  }

  /// No answer came to an attempt.
  static Outcome none(ModelReply reply, Charge charge, boolean again, Health health) {
    return new Outcome(
        reply,
        charge,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        again,
        Optional.empty(),
        health);
  }
}
