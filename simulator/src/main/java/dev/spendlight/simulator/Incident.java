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

  /// How much of a campaign.
  enum Part {
    WHOLE,
    AD_GROUP,
    MATCH_TYPE
  }

  /// A campaign, one of its ad groups or one of its match types whose conversion rate falls.
  ///
  /// @param part where no campaign has several such parts, a whole campaign
  /// @param conversion factor on the conversion rate, 0.08 to 0.42
  record Bleeding(Part part, double conversion, OptionalInt daysAgo) implements Incident {
    /// A whole campaign.
    public Bleeding(double conversion, OptionalInt daysAgo) {
      this(Part.WHOLE, conversion, daysAgo);
    }

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

  /// A product that is bought less from every click, in all its campaigns.
  ///
  /// @param conversion factor on the conversion rate, 0.08 to 0.42
  record ConversionCollapse(double conversion, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "conversion_collapse";
    }
  }

  /// A product whose orders bring less, by price or by basket, while as many people buy it.
  ///
  /// @param value factor on the value of an order, 0.5 to 0.75
  record OrderValueDrop(double value, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "order_value_drop";
    }
  }

  /// A campaign that is hardly shown any more.
  ///
  /// @param impressions factor, 0.05 to 0.30
  record ImpressionDrop(double impressions, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "impression_drop";
    }
  }

  /// One placement of a campaign whose clicks seldom lead to an order.
  ///
  /// @param conversion factor on the conversion rate there, 0.2 to 0.4
  record PlacementInefficient(double conversion, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "placement_inefficient";
    }
  }

  /// A profitable campaign whose demand grows past its budget.
  ///
  /// @param demand factor on impressions, 1.6 to 2.5
  record DemandOutgrown(double demand, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "budget_exhausted";
    }
  }

  /// Orders of the whole account that happen and are not recorded.
  ///
  /// @param recorded share of them, 0 to 0.1
  record TrackingBroken(double recorded, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "tracking_broken";
    }
  }

  /// The whole account moves, and nobody in it did anything.
  ///
  /// @param demand factor on impressions
  /// @param conversion factor on the conversion rate
  record MarketShift(double demand, double conversion, OptionalInt daysAgo) implements Incident {
    @Override
    public String kind() {
      return "market_shift";
    }
  }

  /// A new campaign that converts worse than the others.
  ///
  /// @param conversion factor on the conversion rate, 0.25 to 0.45
  record BadLaunch(double conversion, int age) implements Incident {
    @Override
    public String kind() {
      return "launch_underperforming";
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
