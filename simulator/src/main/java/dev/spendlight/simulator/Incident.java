package dev.spendlight.simulator;

import java.util.OptionalInt;

/// Something that is planted in an account. Where it strikes is drawn; what it is and how hard,
/// stands here.
///
/// `daysAgo` counts from the account's last day to the first day of the incident; without it the
/// incident is as old as the account.
public sealed interface Incident {

  /// What findings call it: `zero_conversion`.
  String kind();

  OptionalInt daysAgo();

  /// Targets whose clicks (almost) never lead to an order. All of them stand in one campaign.
  ///
  /// @param targets how many
  /// @param conversion factor on the conversion rate, 0 to 0.08
  record ZeroConversion(int targets, double conversion, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "zero_conversion";
    }
  }

  /// One target that converts as it should and pays too much for each click.
  ///
  /// @param price factor on the price of a click, 1.7 to 2.6
  record BidTooHigh(double price, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "bid_too_high";
    }
  }

  /// A campaign of which every target pays too much for each click.
  ///
  /// @param price factor on the price of a click, 1.7 to 2.6
  record ExpensiveCampaign(double price, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "bid_too_high";
    }
  }

  /// Search terms that one broad, phrase or automatic target meets often and that never lead to an
  /// order.
  ///
  /// @param terms how many
  record WastedSearchTerms(int terms) implements Incident {
    @Override
    public String kind() {
      return "wasted_search_term";
    }

    @Override
    public OptionalInt daysAgo() {
      return OptionalInt.empty();
    }
  }

  /// A campaign whose conversion rate falls.
  ///
  /// @param conversion factor on the conversion rate, 0.08 to 0.42
  record Bleeding(double conversion, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "bleeding";
    }
  }

  /// A campaign whose clicks become dearer, over four days.
  ///
  /// @param price factor on the price of a click, 1.35 to 1.8
  record CpcInflation(double price, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "cpc_inflation";
    }
  }

  /// A profitable campaign whose daily budget is spent long before the day is over.
  ///
  /// @param ofDemand the budget as a share of what the campaign could spend, 0.4 to 0.7
  record BudgetExhausted(double ofDemand, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "budget_exhausted";
    }
  }

  /// A new campaign that converts better than the others.
  ///
  /// @param conversion factor on the conversion rate, 1.8 to 2.6
  record GoodLaunch(double conversion, int age) implements Incident {
    @Override
    public String kind() {
      return "launch_outperforming";
    }

    @Override
    public OptionalInt daysAgo() {
      return OptionalInt.of(age);
    }
  }

  /// A day of which no report ever arrives.
  record MissingDay(int age) implements Incident {
    @Override
    public String kind() {
      return "data_missing";
    }

    @Override
    public OptionalInt daysAgo() {
      return OptionalInt.of(age);
    }
  }
}
