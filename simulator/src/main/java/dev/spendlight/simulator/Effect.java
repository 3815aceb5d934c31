package dev.spendlight.simulator;

import java.time.LocalDate;
import java.util.List;

/// What an incident or a decoy does to an account.
sealed interface Effect {

  /// What is moved of a target.
  enum Lever {
    DEMAND,
    CONVERSION,
    /// The price of a click alone.
    PRICE,
    /// The bid, and the price of a click with it.
    BID
  }

  /// @param targets indices
  record OnTargets(Lever lever, List<Integer> targets, Course course) implements Effect {
    public OnTargets {
      targets = List.copyOf(targets);
    }
  }

  /// Clicks on a product, in whatever campaign, lead to more or fewer orders.
  record OnConversion(int product, Course course) implements Effect {}

  /// Orders of a product bring more or less.
  record OnOrderValue(int product, Course course) implements Effect {}

  /// Clicks of a campaign at one placement lead to more or fewer orders.
  record OnPlacement(int campaign, int placement, Course course) implements Effect {}

  /// Orders are recorded, or not.
  record OnTracking(Course course) implements Effect {}

  /// A campaign's budget becomes a share of what it spends on an ordinary day.
  record BudgetOfDemand(int campaign, double share, LocalDate from) implements Effect {}

  /// A campaign's budget is multiplied.
  record BudgetTimes(int campaign, double factor, LocalDate from) implements Effect {}

  /// A campaign shows another status.
  record CampaignStatus(int campaign, String status, LocalDate from, LocalDate to)
      implements Effect {}

  /// Targets show another status.
  record TargetStatus(List<Integer> targets, String status, LocalDate from) implements Effect {}

  /// A campaign has another name.
  record Name(int campaign, String name, LocalDate from) implements Effect {}

  /// No report of this day ever arrives.
  record Undelivered(LocalDate day) implements Effect {}
}
