package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;

/// Where in an account something is, by indices.
sealed interface Place {
  record WholeAccount() implements Place {}

  record OfProduct(int product) implements Place {}

  record OfCampaign(int campaign) implements Place {}

  record OfMatch(int campaign, MatchType match) implements Place {}

  record OfAdGroup(int adGroup) implements Place {}

  record OfTarget(int target) implements Place {}

  /// @param term within its target
  record OfTerm(int target, int term) implements Place {}

  record OfPlacement(int campaign, int placement) implements Place {}
}
