package dev.spendlight.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The placements of an account over some days, each beside the other placements of its campaign.
///
/// @param all one tally for each placement of each campaign
record PlacementComparison(
    List<Tally> all, Map<String, Sums> ofCampaign, Map<String, Beside> ofPlacement) {
  private static final double LEAST_REST_ORDERS = 4;

  /// That a placement converts as others do counts as this many orders elsewhere.
  private static final double USUAL_WEIGHT = 20;

  /// How far a placement beside the rest of its campaign differs from campaign to campaign, where
  /// the account does not tell; it counts as this many campaigns.
  private static final double USUAL_SPREAD = 0.2;

  private static final double USUAL_SPREAD_WEIGHT = 10;
  private static final double LEAST_SPREAD = 0.1;
  private static final double MOST_SPREAD = 0.5;

  /// @param clicks as far as their orders can be seen
  /// @param orders in the days that are judged
  /// @param allOrders in all days
  record Sums(double clicks, double orders, double allOrders, double spend, double sales) {
    private static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    private static Sums of(Tally tally) {
      return new Sums(
          tally.maturedClicks(),
          (double) tally.maturedOrders(),
          (double) tally.orders(),
          tally.spend(),
          tally.sales());
    }

    private Sums plus(Sums other, int times) {
      return new Sums(
          clicks + times * other.clicks,
          orders + times * other.orders,
          allOrders + times * other.allOrders,
          spend + times * other.spend,
          sales + times * other.sales);
    }

    private Sums plus(Sums other) {
      return plus(other, 1);
    }
  }

  /// Orders of a placement over campaigns, and those due at the rates of the rests of them.
  record Beside(double orders, double due) {
    private static final Beside NONE = new Beside(0, 0);

    private static Beside of(Tally tally, Sums rest) {
      return rest.clicks() > 0
          ? new Beside((double) tally.maturedOrders(), atRestsRate(tally, rest))
          : NONE;
    }

    private Beside plus(Beside other, int times) {
      return new Beside(orders + times * other.orders, due + times * other.due);
    }

    private Beside plus(Beside other) {
      return plus(other, 1);
    }
  }

  PlacementComparison(List<Tally> all) {
    this(all, new HashMap<>(), new HashMap<>());
    for (Tally tally : all) {
      ofCampaign.merge(tally.key().campaignId(), Sums.of(tally), Sums::plus);
    }
    for (Tally tally : all) {
      ofPlacement.merge(tally.key().placement(), Beside.of(tally, rest(tally)), Beside::plus);
    }
  }

  /// The campaign without one of its placements.
  Sums rest(Tally tally) {
    return ofCampaign.getOrDefault(tally.key().campaignId(), Sums.NONE).plus(Sums.of(tally), -1);
  }

  /// Whether the rest of a campaign brings enough to be compared with.
  static boolean isComparable(Sums rest) {
    return rest.clicks() > 0 && rest.orders() >= LEAST_REST_ORDERS;
  }

  /// Orders due by the rest of the campaign, given how the placement does beside others elsewhere
  /// in the account.
  double due(Tally tally, Sums rest) {
    Beside elsewhere =
        ofPlacement
            .getOrDefault(tally.key().placement(), Beside.NONE)
            .plus(Beside.of(tally, rest), -1);
    double usual = (elsewhere.orders() + USUAL_WEIGHT) / (elsewhere.due() + USUAL_WEIGHT);
    return atRestsRate(tally, rest) * usual;
  }

  private static double atRestsRate(Tally tally, Sums rest) {
    return tally.maturedClicks() * rest.orders() / rest.clicks();
  }

  /// How far the account's placements differ from what is due of them.
  double spread() {
    Spread learned = new Spread();
    for (Tally tally : all) {
      Sums rest = rest(tally);
      if (isComparable(rest)) {
        learned.add((double) tally.maturedOrders(), due(tally, rest), rest.orders());
      }
    }
    return learned.value(USUAL_SPREAD, USUAL_SPREAD_WEIGHT, LEAST_SPREAD, MOST_SPREAD);
  }
}
