package dev.spendlight.simulator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What effects make of an account on one day, as factors.
final class Levers {
  private static final double[] EVEN = {1, 1, 1, 1};

  private final double[] demand;
  private final double[] conversion;
  private final double[] price;
  private final double[] productConversion;
  private final double[] productValue;
  private final Map<Integer, double[]> placements = new HashMap<>();
  private double recorded = 1;

  private Levers(AccountPlan plan) {
    this.demand = ones(plan.targets().size());
    this.conversion = ones(demand.length);
    this.price = ones(demand.length);
    this.productConversion = ones(plan.products().size());
    this.productValue = ones(productConversion.length);
  }

  static Levers on(LocalDate day, AccountPlan plan, List<Effect> effects) {
    Levers levers = new Levers(plan);
    for (Effect effect : effects) {
      levers.apply(effect, day);
    }
    return levers;
  }

  private void apply(Effect effect, LocalDate day) {
    switch (effect) {
      case Effect.OnTargets moved -> {
        double factor = moved.course().on(day);
        double[] factors =
            switch (moved.lever()) {
              case DEMAND -> demand;
              case CONVERSION -> conversion;
              case PRICE, BID -> price;
            };
        if (factor != 1) {
          moved.targets().forEach(target -> factors[target] *= factor);
        }
      }
      case Effect.OnConversion moved ->
          productConversion[moved.product()] *= moved.course().on(day);
      case Effect.OnOrderValue moved -> productValue[moved.product()] *= moved.course().on(day);
      case Effect.OnPlacement moved ->
          placements.computeIfAbsent(moved.campaign(), any -> EVEN.clone())[moved.placement()] *=
              moved.course().on(day);
      case Effect.OnTracking moved -> recorded *= moved.course().on(day);
      case Effect.BudgetOfDemand other -> {}
      case Effect.BudgetTimes other -> {}
      case Effect.CampaignStatus other -> {}
      case Effect.TargetStatus other -> {}
      case Effect.Name other -> {}
      case Effect.Undelivered other -> {}
    }
  }

  /// On a target's impressions.
  double demand(int target) {
    return demand[target];
  }

  /// On a target's conversion rate.
  double conversion(int target) {
    return conversion[target];
  }

  /// On a target's price of a click.
  double price(int target) {
    return price[target];
  }

  /// On the conversion rate of clicks on a product.
  double productConversion(int product) {
    return productConversion[product];
  }

  /// On the value of a product's orders.
  double productValue(int product) {
    return productValue[product];
  }

  /// On the conversion rate at each placement of a campaign; not to be changed.
  double[] placements(int campaign) {
    return placements.getOrDefault(campaign, EVEN);
  }

  /// The share of orders that is recorded.
  double recorded() {
    return recorded;
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
