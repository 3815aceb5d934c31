package dev.spendlight.claude;

import dev.spendlight.claude.Outcome.Charge;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.PriceBook;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/// What one question cost so far, at worst, and whether one more attempt is within its limit.
final class Spending {
  private final PriceBook prices;
  private final InstantSource clock;
  private final ModelRequest request;
  private final long promptTokens;
  private final OptionalLong limit;

  private long spent;

  /// @param limit in nano-dollars; empty for none
  Spending(
      PriceBook prices,
      InstantSource clock,
      ModelRequest request,
      long promptTokens,
      OptionalLong limit) {
    this.prices = prices;
    this.clock = clock;
    this.request = request;
    this.promptTokens = promptTokens;
    this.limit = limit;
  }

  /// False, with a limit, where the price is unknown too.
  boolean allowsAnother() {
    return limit.isEmpty()
        || worst().filter(cost -> cost.value() <= limit.getAsLong() - spent).isPresent();
  }

  /// Counts an attempt by what it said it used, and by the worst case where it did not say.
  void count(Outcome outcome) {
    if (limit.isEmpty() || outcome.charge() == Charge.NOTHING) {
      return;
    }
    LocalDate day = today();
    spent +=
        outcome
            .usage()
            .flatMap(usage ->
                outcome
                    .servedBy()
                    .flatMap(model -> prices.bill(model, usage, day))
                    .or(() -> prices.bill(request.model(), usage, day)))
            .or(this::worst)
            .map(NanoDollars::value)
            // The price was known before the attempt: allowsAnother() asked.
            .orElse(limit.getAsLong());
  }

  private Optional<NanoDollars> worst() {
    return prices.most(request.model(), promptTokens, request.maxTokens(), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
