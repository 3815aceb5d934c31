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

  /// Change all bids of a campaign, or of a part of it, by a share.
  ///
  /// @param on a product (its campaigns), a campaign, ad group, match type, target or placement
  /// @param change a fraction, -0.25 for a quarter less
  record ChangeBids(Entity on, BigDecimal change) implements Action {}

  /// Look at something that reports do not show, before anything is changed.
  record Inspect(Entity on, What what) implements Action {
    /// What to look at.
    public enum What {
      /// Whether orders are still counted: the platform's reports and their delivery.
      ORDER_REPORTING,
      /// The product page: price, reviews, offers, content.
      PRODUCT_PAGE,
      /// Whether ads can be served: status, eligibility, bids, stock.
      DELIVERY
    }
  }

  /// Change a campaign's daily budget.
  record SetDailyBudget(Entity.Campaign on, BigDecimal from, BigDecimal to) implements Action {}
}
