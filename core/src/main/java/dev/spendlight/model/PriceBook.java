package dev.spendlight.model;

import java.time.LocalDate;
import java.util.Optional;

/// What models cost. A model that it does not know has no price, which is not the same as costing
/// nothing.
public interface PriceBook {

  /// @param model as its provider names it, with or without a date behind it
  /// @param day on which it was asked, in UTC
  /// @return empty when the price is unknown
  Optional<NanoDollars> bill(String model, Usage usage, LocalDate day);

  /// The most that one request can cost: its whole prompt written to the cache for an hour, and a
  /// reply of full length.
  ///
  /// @param promptTokens at most
  Optional<NanoDollars> most(String model, long promptTokens, int maxTokens, LocalDate day);

  /// What reading from the provider's cache saved, less what writing to it cost on top: what the
  /// same tokens would have cost as plain input, minus the bill. May be negative.
  Optional<NanoDollars> saved(String model, Usage usage, LocalDate day);
}
