package dev.spendlight.simulator;

import java.util.List;

/// An account as it really is. Targets stand by campaign, so that each campaign's are next to each
/// other.
record AccountPlan(
    AccountShape shape,
    List<ProductPlan> products,
    List<CampaignPlan> campaigns,
    List<AdGroupPlan> adGroups,
    List<TargetPlan> targets) {

  /// Of the price, what is paid on average.
  static final double PAID = 0.985;

  AccountPlan {
    products = List.copyOf(products);
    campaigns = List.copyOf(campaigns);
    adGroups = List.copyOf(adGroups);
    targets = List.copyOf(targets);
  }

  List<TargetPlan> targetsOf(int campaign) {
    return targets.subList(firstTarget(campaign), firstTarget(campaign + 1));
  }

  /// The first target of this campaign or a later one, by halving.
  private int firstTarget(int campaign) {
    int low = 0;
    int high = targets.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (targets.get(middle).campaign() < campaign) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Sales of an order, on average.
  double orderValue(TargetPlan target) {
    return adGroups.get(target.adGroup()).products().getFirst().price()
        * shape.nature().orders().units()
        * PAID;
  }

  /// Of a product, as it is sold that day.
  double meanPrice(Levers levers) {
    return products.stream()
        .mapToDouble(product -> product.price() * levers.productValue(product.index()))
        .average()
        .orElseThrow();
  }

  /// Clicks of an ad group's products that go to each.
  static double[] productShares(int products) {
    return Shares.zipf(products, 1.2);
  }
}
