package dev.spendlight.log;

import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Usage;

/// What some calls cost together.
///
/// @param calls prompts that were answered or not
/// @param reused those of them whose reply had been paid for earlier
/// @param attempts requests that were sent for them
/// @param unpriced calls whose price is unknown; the money is without them
/// @param usage tokens of all calls, those without a price included
/// @param cost as billed
/// @param saved by the provider's prompt cache, less what writing to it cost on top; may be
///   negative
/// @param unbilled what attempts that told no bill may have cost at most, on top of `cost`
public record CostSums(
    long calls,
    long reused,
    long attempts,
    long unpriced,
    Usage usage,
    NanoDollars cost,
    NanoDollars saved,
    NanoDollars unbilled) {
  public static final CostSums NOTHING =
      new CostSums(0, 0, 0, 0, Usage.NONE, NanoDollars.ZERO, NanoDollars.ZERO, NanoDollars.ZERO);

  public static CostSums of(Exchange exchange) {
    boolean priced = exchange.charge().cost().isPresent();
    return new CostSums(
        1,
        exchange.reused() ? 1 : 0,
        exchange.attempts().size(),
        priced ? 0 : 1,
        exchange.usage(),
        exchange.charge().cost().orElse(NanoDollars.ZERO),
        exchange.charge().saved().orElse(NanoDollars.ZERO),
        exchange.charge().unbilled());
  }

  /// Bills, and what may have come on top.
  public NanoDollars most() {
    return cost.plus(unbilled);
  }

  public CostSums plus(CostSums other) {
    return new CostSums(
        calls + other.calls,
        reused + other.reused,
        attempts + other.attempts,
        unpriced + other.unpriced,
        usage.plus(other.usage),
        cost.plus(other.cost),
        saved.plus(other.saved),
        unbilled.plus(other.unbilled));
  }
}
