package dev.spendlight.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the attempts of one question cost together, failed ones too.
///
/// @param cost the sum of their bills; empty when any of them has no known price
/// @param saved by the provider's prompt cache, see [PriceBook#saved]; empty when any has no known
///   price
/// @param unbilled what attempts that told no bill may have cost at most, on top of `cost`; zero
///   when a price is unknown
public record Charge(
    Optional<NanoDollars> cost, Optional<NanoDollars> saved, NanoDollars unbilled) {
  public static final Charge NOTHING =
      new Charge(Optional.of(NanoDollars.ZERO), Optional.of(NanoDollars.ZERO), NanoDollars.ZERO);

  public static final Charge UNKNOWN =
      new Charge(Optional.empty(), Optional.empty(), NanoDollars.ZERO);

  /// Priced by the model that answered, where the provider says which.
  ///
  /// @param most that they cost together, see [ModelCall#most]
  /// @param asked the model that was asked
  /// @param day on which they were sent, in UTC
  public static Charge of(
      List<Attempt> attempts,
      Optional<NanoDollars> most,
      String asked,
      PriceBook prices,
      LocalDate day) {
    Charge bills = NOTHING;
    for (Attempt attempt : attempts) {
      Usage usage = attempt.usage().orElse(Usage.NONE);
      if (!usage.equals(Usage.NONE)) {
        String model = attempt.servedBy().orElse(asked);
        bills =
            new Charge(
                sum(bills.cost, prices.bill(model, usage, day)),
                sum(bills.saved, prices.saved(model, usage, day)),
                NanoDollars.ZERO);
      }
    }
    return bills.upTo(most);
  }

  /// Of attempts whose bills nobody knows.
  ///
  /// @param most that they cost together; empty when the price is unknown
  public static Charge withoutBills(Optional<NanoDollars> most) {
    return NOTHING.upTo(most);
  }

  /// Bills, and what may have come on top; empty when a price is unknown.
  public Optional<NanoDollars> most() {
    return cost.map(unbilled::plus);
  }

  private Charge upTo(Optional<NanoDollars> most) {
    return cost.flatMap(billed -> most.map(worst -> new Charge(cost, saved, worst.above(billed))))
        .orElse(UNKNOWN);
  }

  private static Optional<NanoDollars> sum(Optional<NanoDollars> one, Optional<NanoDollars> two) {
    return one.flatMap(first -> two.map(first::plus));
  }
}
