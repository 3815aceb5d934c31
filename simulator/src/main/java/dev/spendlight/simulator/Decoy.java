package dev.spendlight.simulator;

import java.util.OptionalInt;

/// Something that happens in an account and is no incident: a good analyst leaves it alone, or
/// knows it for what it is. Where it happens is drawn.
///
/// `daysAgo` counts from the account's last day to the first day of it.
public sealed interface Decoy {
  /// A product is sold at a reduced price for some days.
  ///
  /// @param conversion factor, about 1.6
  /// @param value factor on the value of an order, about 0.8
  record Promotion(double conversion, double value, int daysAgo, int days) implements Decoy {}

  /// The seller changes the price of a product, for good.
  ///
  /// @param price factor, 0.9 to 1.1
  /// @param conversion factor that follows from it
  record PriceChange(double price, double conversion, int daysAgo) implements Decoy {}

  /// Two days on which everybody shops, and a few after them on which nobody does.
  record ShoppingEvent(int daysAgo) implements Decoy {}

  /// Demand for a product grows or fades with the season.
  ///
  /// @param demand factor that it reaches
  /// @param days until it does
  record SeasonalRamp(double demand, int daysAgo, int days) implements Decoy {}

  /// People look for the brand less, so that the mix of clicks changes and no rate does.
  ///
  /// @param demand factor that it reaches
  record BrandDecline(double demand, int daysAgo) implements Decoy {}

  /// A new campaign that does as well as the others.
  record OrdinaryLaunch(int age) implements Decoy {}

  /// The seller pauses a campaign, and perhaps takes it up again.
  ///
  /// @param days how long; for good when empty
  record PausedCampaign(int daysAgo, OptionalInt days) implements Decoy {}

  /// The seller pauses targets.
  ///
  /// @param targets how many
  record PausedTargets(int targets, int daysAgo) implements Decoy {}

  /// The seller changes the bids of a campaign, and its price of a click follows.
  ///
  /// @param bid factor
  record BidChange(double bid, int daysAgo) implements Decoy {}

  /// The seller changes a budget that is not reached.
  ///
  /// @param budget factor
  record BudgetChange(double budget, int daysAgo) implements Decoy {}

  /// A campaign that has always spent its budget a little before the day was over.
  ///
  /// @param ofDemand its budget as a share of what it could spend
  record NearlyCapped(double ofDemand) implements Decoy {}

  /// A day of which no report ever arrives, long ago or where it is no matter.
  record LostDay(int daysAgo) implements Decoy {}

  /// An agency gives campaigns other names.
  ///
  /// @param campaigns how many
  record Renaming(int campaigns, int daysAgo) implements Decoy {}
}
