package dev.spendlight.scan;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.HistoryRows;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.statistics.Completeness;
import dev.spendlight.statistics.Draws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// An account of which everything is known: targets with clicks a day and a conversion rate, what
/// happens to some of them since a day, and orders drawn from that with a fixed seed.
final class SyntheticAccount {
  static final Completeness CURVE = Completeness.prior(AttributionWindow.DAYS_7);

  private final int days;
  private final Draws draws;
  private final List<Target> targets = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Map<String, Double>> productsOfAdGroup = new HashMap<>();
  private double differing;

  /// @param clicks a day, on average
  record Target(
      String campaign, String adGroup, String id, MatchType match, double clicks, double rate) {}

  private enum What {
    CLICKS,
    CONVERSION
  }

  private record Change(
      What what, Predicate<Target> of, String product, int from, int until, double factor) {}

  /// An account as a scan sees it.
  record Drawn(OrdersDue orders, UnitSets sets, Optional<ProductRows> products) {
    List<ConversionDrop> drops() {
      return ConversionScan.drops(orders, sets, products);
    }
  }

  SyntheticAccount(int days, long seed) {
    this.days = days;
    this.draws = new Draws(seed);
  }

  /// Campaigns `c0`, `c1`, ... with two ad groups (`c0.a`, `c0.b`) of as many targets each, named
  /// `c0.a.0` and so on: first exact ones, then broad ones.
  static SyntheticAccount of(
      int campaigns, int targets, double clicks, double rate, int days, long seed) {
    SyntheticAccount account = new SyntheticAccount(days, seed);
    for (int campaign = 0; campaign < campaigns; campaign++) {
      account.campaign("c" + campaign, targets, clicks, rate);
    }
    return account;
  }

  SyntheticAccount campaign(String id, int targetsOfAdGroup, double clicks, double rate) {
    for (String adGroup : List.of(id + ".a", id + ".b")) {
      for (int i = 0; i < targetsOfAdGroup; i++) {
        MatchType match = i < targetsOfAdGroup / 2 ? MatchType.EXACT : MatchType.BROAD;
        target(new Target(id, adGroup, adGroup + "." + i, match, clicks, rate));
      }
    }
    return this;
  }

  SyntheticAccount target(Target target) {
    targets.add(target);
    return this;
  }

  /// An ad group sends this share of its clicks to a product.
  SyntheticAccount product(String adGroup, String asin, double share) {
    productsOfAdGroup.computeIfAbsent(adGroup, fresh -> new TreeMap<>()).put(asin, share);
    return this;
  }

  /// Some targets convert at this factor from a day on.
  SyntheticAccount conversion(Predicate<Target> of, int from, double factor) {
    return conversion(of, from, days, factor);
  }

  SyntheticAccount conversion(Predicate<Target> of, int from, int until, double factor) {
    changes.add(new Change(What.CONVERSION, of, "", from, until, factor));
    return this;
  }

  SyntheticAccount productConversion(String asin, int from, double factor) {
    changes.add(new Change(What.CONVERSION, any -> true, asin, from, days, factor));
    return this;
  }

  SyntheticAccount clicks(Predicate<Target> of, int from, double factor) {
    changes.add(new Change(What.CLICKS, of, "", from, days, factor));
    return this;
  }

  /// Each target's conversion rate differs from day to day by this relative standard deviation, and
  /// each campaign's by a quarter of it from week to week.
  SyntheticAccount differing(double deviation) {
    differing = deviation;
    return this;
  }

  Drawn draw() {
    HistoryRows byTarget = new HistoryRows(ReportKind.TARGETING, days);
    HistoryRows byProduct = new HistoryRows(ReportKind.ADVERTISED_PRODUCT, days);
    Map<String, Double> week = new HashMap<>();
    for (int day = 0; day < days; day++) {
      for (Target target : targets) {
        String name = target.campaign() + " " + day / 7;
        double ofWeek = week.computeIfAbsent(name, fresh -> draws.scatter(differing / 4));
        draw(byTarget, byProduct, target, day, ofWeek * draws.scatter(differing));
      }
    }
    AccountHistory history = byTarget.history();
    OrdersDue orders = OrdersDue.of(history, CURVE);
    if (productsOfAdGroup.isEmpty()) {
      return new Drawn(orders, UnitSets.of(history, Map.of()), Optional.empty());
    }
    ProductRows rows = ProductRows.of(byProduct.coverage(), byProduct.entityRows(), orders, CURVE);
    return new Drawn(orders, UnitSets.of(history, rows.ofAdGroup()), Optional.of(rows));
  }

  private void draw(
      HistoryRows byTarget, HistoryRows byProduct, Target target, int day, double noise) {
    RowKey key =
        RowKey.target(
            target.campaign(),
            "Campaign " + target.campaign(),
            target.adGroup(),
            "Group",
            target.id(),
            "keyword " + target.id(),
            target.match());
    long allClicks = 0;
    long allOrders = 0;
    Map<String, Double> products =
        productsOfAdGroup.getOrDefault(target.adGroup(), Map.of("", 1.0));
    for (Map.Entry<String, Double> product : products.entrySet()) {
      double mean = target.clicks() * product.getValue() * factor(What.CLICKS, target, "", day);
      double rate = target.rate() * noise * factor(What.CONVERSION, target, product.getKey(), day);
      long clicks = mean > 0 ? draws.poisson(mean) : 0;
      long orders = draws.binomial((int) clicks, Math.min(1, rate));
      allClicks += clicks;
      allOrders += orders;
      if (!product.getKey().isEmpty() && clicks > 0) {
        RowKey its =
            RowKey.target(target.campaign(), "", target.adGroup(), "", "", "", MatchType.NONE)
                .withProduct(product.getKey(), "", "");
        byProduct.row(its, day, 50 * clicks, clicks, orders, money(clicks), money(20 * orders));
      }
    }
    if (allClicks > 0) {
      byTarget.row(
          key, day, 50 * allClicks, allClicks, allOrders, money(allClicks), money(20 * allOrders));
    }
  }

  private static long money(long amount) {
    return amount * 1_000_000;
  }

  private double factor(What what, Target target, String product, int day) {
    double factor = 1;
    for (Change change : changes) {
      if (change.what() == what
          && day >= change.from()
          && day < change.until()
          && change.of().test(target)
          && (change.product().isEmpty() || change.product().equals(product))) {
        factor *= change.factor();
      }
    }
    return factor;
  }

  /// What a set is called.
  static String name(ConversionDrop drop) {
    Entity entity = drop.set().entity();
    return drop.set().level() + " " + entity.id();
  }
}
