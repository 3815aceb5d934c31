package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import dev.spendlight.scan.OrdersDue;
import dev.spendlight.scan.ProductRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/// Which products each campaign's clicks went to, and what each product's clicks brought in which
/// campaign.
///
/// By the advertised product report where there is one, else by ad groups that are known to be for
/// one product. Clicks count as far as their orders can be seen, and as what clicks of their sort
/// are worth.
final class ProductMix {
  private static final String UNKNOWN = "";

  /// @param byCampaign clicks and orders of a product in each campaign
  private record Cell(Map<String, double[]> byCampaign) {
    Cell() {
      this(new HashMap<>());
    }
  }

  private final Basis basis;
  private final Map<String, Cell> products = new HashMap<>();
  private final Map<String, Map<String, Double>> clicksOfCampaign = new HashMap<>();

  private ProductMix(Basis basis) {
    this.basis = basis;
  }

  /// @param basis whether clicks count, or what they cost
  /// @param factor of a target: how well its sort converts in the account, 1 for the mean
  static ProductMix of(Changes changes, Basis basis, IntToDoubleFunction factor) {
    ProductMix mix = new ProductMix(basis);
    if (changes.productRows().isPresent()) {
      ProductRows rows = changes.productRows().get();
      List<Entity> units = rows.history().units();
      Map<String, Double> ofAdGroup = factorOfAdGroup(changes.history(), factor);
      for (int unit = 0; unit < units.size(); unit++) {
        double its = ofAdGroup.getOrDefault(rows.adGroupId(unit), 1.0);
        mix.add(rows.orders(), unit, units.get(unit).name(), rows.campaignId(unit), its);
      }
    } else {
      AccountHistory history = changes.history();
      for (int unit = 0; unit < history.units().size(); unit++) {
        int product = changes.products().groupOf()[unit];
        int campaign = changes.sets().campaigns().groupOf()[unit];
        mix.add(
            changes.orders(),
            unit,
            product == Grouping.NONE ? UNKNOWN : changes.products().groups().get(product).id(),
            changes.sets().campaigns().groups().get(campaign).id(),
            factor.applyAsDouble(unit));
      }
    }
    return mix;
  }

  /// The mean over the clicks of each ad group.
  private static Map<String, Double> factorOfAdGroup(
      AccountHistory history, IntToDoubleFunction factor) {
    Map<String, double[]> sums = new HashMap<>();
    for (int unit = 0; unit < history.units().size(); unit++) {
      if (history.units().get(unit) instanceof Entity.Keyword target) {
        double clicks = 0;
        for (int row = history.start(unit); row < history.start(unit + 1); row++) {
          clicks += history.clicks(row);
        }
        double[] sum = sums.computeIfAbsent(target.adGroup().id(), fresh -> new double[2]);
        sum[0] += clicks;
        sum[1] += clicks * factor.applyAsDouble(unit);
      }
    }
    Map<String, Double> means = new HashMap<>();
    sums.forEach((adGroup, sum) -> means.put(adGroup, sum[0] > 0 ? sum[1] / sum[0] : 1));
    return means;
  }

  private void add(OrdersDue orders, int unit, String product, String campaign, double factor) {
    AccountHistory history = orders.history();
    double clicks = 0;
    double count = 0;
    for (int row = history.start(unit); row < history.start(unit + 1); row++) {
      double share = orders.share(history.day(row));
      double counted = basis == Basis.CLICKS ? history.clicks(row) : history.spend(row);
      clicks += factor * share * counted;
      count += share > 0 ? history.orders(row) : 0;
    }
    double[] cell =
        products
            .computeIfAbsent(product, fresh -> new Cell())
            .byCampaign()
            .computeIfAbsent(campaign, fresh -> new double[2]);
    cell[0] += clicks;
    cell[1] += count;
    clicksOfCampaign
        .computeIfAbsent(campaign, fresh -> new HashMap<>())
        .merge(product, clicks, Double::sum);
  }

  /// What a campaign's products convert at in other campaigns, weighted as they share its clicks.
  ///
  /// @param orders that this rests on; 0 when no other campaign sells them
  record Peers(double rate, double orders) {}

  /// @param others campaigns that count
  /// @param account the account's rate, which few orders are shrunk to
  /// @param prior how many orders the account's rate counts as
  Peers peers(String campaign, Set<String> others, double account, double prior) {
    Map<String, Double> mix = clicksOfCampaign.getOrDefault(campaign, Map.of());
    double all = mix.values().stream().mapToDouble(Double::doubleValue).sum();
    double rate = 0;
    double orders = 0;
    for (Map.Entry<String, Double> each : mix.entrySet()) {
      double[] sum = new double[2];
      if (!each.getKey().equals(UNKNOWN)) {
        products
            .getOrDefault(each.getKey(), new Cell())
            .byCampaign()
            .forEach((other, cell) -> {
              if (!other.equals(campaign) && others.contains(other)) {
                sum[0] += cell[0];
                sum[1] += cell[1];
              }
            });
      }
      double share = all > 0 ? each.getValue() / all : 0;
      rate += share * (sum[1] + prior) / (sum[0] + prior / account);
      orders += share * sum[1];
    }
    return new Peers(all > 0 ? rate : account, orders);
  }
}
