package dev.spendlight.statistics;

import java.util.List;

/// One thing that converts at a rate of its own: a target, or a search term as one target met it.
///
/// @param path the groups it belongs to, widest first, without the account: for a target the
///   product, the campaign, the ad group, the match type in it; for a search term also the target.
///   Each element names a group within the one before it. Units of unlike kind belong in groups of
///   their own: where own-brand terms are known, a path that tells them apart (`campaign`,
///   `campaign's brand terms`) makes both sharper
/// @param clicks at least 0; a fraction where recent clicks count only as far as their orders can
///   have arrived
/// @param orders at least 0; more orders than clicks count as one click each
public record ConversionUnit(List<String> path, double clicks, long orders) {

  /// @throws IllegalArgumentException for a negative or infinite number
  public ConversionUnit {
    path = List.copyOf(path);
    Arguments.notNegative("A number of clicks", clicks);
    Arguments.notNegative("A number of orders", orders);
    clicks = Math.max(clicks, (double) orders);
  }
}
