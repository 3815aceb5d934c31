package dev.spendlight.testing;

import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.PriceBook;
import dev.spendlight.model.Usage;
import java.time.LocalDate;
import java.util.Optional;

/// One price for every model and every day; a model whose name begins with `unpriced` has none.
///
/// @param prompt nano-dollars a token, from the cache or not
/// @param output nano-dollars a token
public record FlatPrices(long prompt, long output) implements PriceBook {

  @Override
  public Optional<NanoDollars> bill(String model, Usage usage, LocalDate day) {
    return most(model, usage.prompt(), Math.toIntExact(usage.output()), day);
  }

  @Override
  public Optional<NanoDollars> most(String model, long promptTokens, int maxTokens, LocalDate day) {
    return model.startsWith("unpriced")
        ? Optional.empty()
        : Optional.of(new NanoDollars(promptTokens * prompt + maxTokens * output));
  }

  @Override
  public Optional<NanoDollars> saved(String model, Usage usage, LocalDate day) {
    return bill(model, usage, day).map(bill -> NanoDollars.ZERO);
  }
}
