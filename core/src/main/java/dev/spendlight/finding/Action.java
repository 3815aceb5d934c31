package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import java.math.BigDecimal;
import java.util.Optional;

/// The one specific thing to do about a finding.
public sealed interface Action {

  /// What the action is done to.
  Entity on();

  /// Stop a target.
  record Pause(Entity.Keyword on) implements Action {}

  /// Keep a search term from meeting the ad group's targets, word by word.
  record AddNegativeExact(Entity.SearchTerm on) implements Action {}

  /// Keep an advertised product's page, met as a search term that is an ASIN, from showing the ad.
  record AddNegativeProduct(Entity.SearchTerm on) implements Action {}

  /// Change one target's bid.
  ///
  /// @param from today's bid, where a file tells it
  /// @param to in the account's currency
  record SetBid(Entity.Keyword on, Optional<BigDecimal> from, BigDecimal to) implements Action {}

  /// Change all bids of a campaign by a share.
  ///
  /// @param change a fraction, -0.25 for a quarter less
  record ChangeBids(Entity.Campaign on, BigDecimal change) implements Action {}

  /// Change a campaign's daily budget.
  record SetDailyBudget(Entity.Campaign on, BigDecimal from, BigDecimal to) implements Action {}
}
