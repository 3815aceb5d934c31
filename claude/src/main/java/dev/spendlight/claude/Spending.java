package dev.spendlight.claude;

import dev.spendlight.claude.Outcome.Charge;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.PriceBook;
import dev.spendlight.model.Purse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What one question cost so far, at worst, and whether one more attempt can be paid for.
final class Spending {
  private final PriceBook prices;
  private final InstantSource clock;
  private final ModelRequest request;
  private final long promptTokens;
  private final Purse purse;

  /// Empty once an attempt was sent whose price is unknown.
  private Optional<NanoDollars> spent = Optional.of(NanoDollars.ZERO);

  /// @param purse pays for all attempts
  Spending(
      PriceBook prices, InstantSource clock, ModelRequest request, long promptTokens, Purse purse) {
    this.prices = prices;
    this.clock = clock;
    this.request = request;
    this.promptTokens = promptTokens;
    this.purse = purse;
  }

  boolean allowsAnother() {
    return purse.covers(sum(spent, worst()));
  }

  /// Counts an attempt by what it said it used, and by the worst case where it did not say.
  void count(Outcome outcome) {
    if (outcome.charge() == Charge.NOTHING) {
      return;
    }
    LocalDate day = today();
    spent =
        sum(
            spent,
            outcome
                .usage()
                .flatMap(usage ->
                    outcome
                        .servedBy()
                        .flatMap(model -> prices.bill(model, usage, day))
                        .or(() -> prices.bill(request.model(), usage, day)))
                .or(this::worst));
  }

  /// What all attempts cost at most; empty when the price is unknown.
  Optional<NanoDollars> most() {
    return spent;
  }

  private Optional<NanoDollars> worst() {
    return prices.most(request.model(), promptTokens, request.maxTokens(), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Optional<NanoDollars> sum(Optional<NanoDollars> one, Optional<NanoDollars> two) {
    return one.flatMap(first -> two.map(first::plus));
  }
}
