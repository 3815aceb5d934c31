package dev.spendlight.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the attempts of one question cost together, failed ones too.
///
/// @param cost empty when any of them has no known price
/// @param saved by the provider's prompt cache, see [PriceBook#saved]; empty when any has no known
///   price
public record Charge(Optional<NanoDollars> cost, Optional<NanoDollars> saved) {
  public static final Charge NOTHING =
      new Charge(Optional.of(NanoDollars.ZERO), Optional.of(NanoDollars.ZERO));

  /// Priced by the model that answered, where the provider says which. An attempt whose usage the
  /// provider did not tell adds nothing.
  ///
  /// @param asked the model that was asked
  /// @param day on which they were sent, in UTC
  public static Charge of(List<Attempt> attempts, String asked, PriceBook prices, LocalDate day) {
    Charge sum = NOTHING;
    for (Attempt attempt : attempts) {
      Usage usage = attempt.usage().orElse(Usage.NONE);
      if (!usage.equals(Usage.NONE)) {
        String model = attempt.servedBy().orElse(asked);
        sum =
            new Charge(
                sum(sum.cost, prices.bill(model, usage, day)),
                sum(sum.saved, prices.saved(model, usage, day)));
      }
    }
    return sum;
  }

  /// The same where attempts that told no usage may have been billed.
  ///
  /// @param most that all cost together; empty when the price is unknown
  public Charge atLeast(Optional<NanoDollars> most) {
    return new Charge(
        cost.flatMap(known -> most.map(worst -> worst.compareTo(known) > 0 ? worst : known)),
        saved);
  }

  private static Optional<NanoDollars> sum(Optional<NanoDollars> one, Optional<NanoDollars> two) {
    return one.flatMap(first -> two.map(first::plus));
  }
}
