package dev.spendlight.log;

import dev.spendlight.model.NanoDollars;
import java.time.Instant;
import java.util.Optional;

/// A question to a model that may be under way, noted before anything of it was sent.
///
/// @param most that it may have cost by now; empty when the price is unknown
public record OpenCall(
    ExchangeId id,
    Instant at,
    Exchange.Subject subject,
    Exchange.Asked asked,
    Optional<NanoDollars> most) {

  public OpenCall costing(Optional<NanoDollars> other) {
    return new OpenCall(id, at, subject, asked, other);
  }
}
