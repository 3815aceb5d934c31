package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.Grouping;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.scan.ConversionDrop;
import dev.spendlight.scan.ConversionScan;
import dev.spendlight.scan.OrdersDue;
import dev.spendlight.scan.ProductRows;
import dev.spendlight.scan.TrackingBreak;
import dev.spendlight.scan.UnitSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What changed within an account's daily history, scanned once for all detectors.
final class Changes {
  /// Days before an onset that it is compared with.
  static final int MOST_PAST = 56;

  private static final int WEEK = 7;

  /// The account's order value counts as this many orders of a set's own.
  private static final double ORDER_VALUE_WEIGHT = 5;

  private final AccountView view;
  private final AccountHistory history;
  private final OrdersDue orders;
  private final UnitSets sets;
  private final Grouping products;
  private final Optional<ProductRows> productRows;
  private final SettingsHistory settings;
  private final BrandWords brandWords;
  private final Optional<TrackingBreak> trackingBreak;
  private final List<ConversionDrop> drops;
  private final Map<String, ConversionDrop> dropOfUnit = new HashMap<>();
  private final double accountOrderValue;

  Changes(
      AccountView view,
      OrdersDue orders,
      Optional<ProductRows> productRows,
      Map<String, Entity.Product> productOfAdGroup,
      SettingsHistory settings) {
    this.view = view;
    this.history = orders.history();
    this.orders = orders;
    this.productRows = productRows;
    this.products = history.products(productOfAdGroup);
    this.settings = settings;
    this.sets = UnitSets.of(history, productOfAdGroup);
    this.brandWords = BrandWords.of(terms(orders));
    this.trackingBreak = TrackingBreak.of(orders, sets);
    this.drops =
        trackingBreak.isPresent() ? List.of() : ConversionScan.drops(orders, sets, productRows);
    for (ConversionDrop drop : drops) {
      for (int unit : drop.set().units()) {
        dropOfUnit.putIfAbsent(history.units().get(unit).id(), drop);
      }
    }
    this.accountOrderValue =
        metrics(history.all(), 0, history.length() - 1).aov().map(Number::doubleValue).orElse(0.0);
  }

  private static List<BrandWords.Term> terms(OrdersDue orders) {
    AccountHistory history = orders.history();
    List<BrandWords.Term> terms = new ArrayList<>();
    for (int unit = 0; unit < history.units().size(); unit++) {
      if (history.units().get(unit) instanceof Entity.Keyword target) {
        double clicks = 0;
        double count = 0;
        for (int row = history.start(unit); row < history.start(unit + 1); row++) {
          clicks += orders.visibleClicks(row);
          count += orders.isJudged(history.day(row)) ? history.orders(row) : 0;
        }
        terms.add(new BrandWords.Term(target.name(), clicks, count));
      }
    }
    return terms;
  }

  /// The words by which brand-like targets and terms are known.
  BrandWords brandWords() {
    return brandWords;
  }

  AccountHistory history() {
    return history;
  }

  OrdersDue orders() {
    return orders;
  }

  /// All targets of the account.
  List<String> targetIds() {
    return targetIds(history.all());
  }

  UnitSets sets() {
    return sets;
  }

  /// Units by the product that their ad group is for.
  Grouping products() {
    return products;
  }

  /// What single products did day by day, where a report tells.
  Optional<ProductRows> productRows() {
    return productRows;
  }

  SettingsHistory settings() {
    return settings;
  }

  Optional<TrackingBreak> trackingBreak() {
    return trackingBreak;
  }

  /// Drops of conversion; none while orders are not counted.
  List<ConversionDrop> drops() {
    return drops;
  }

  /// The drop that holds a unit, if one does.
  Optional<ConversionDrop> dropOf(String unitId) {
    return Optional.ofNullable(dropOfUnit.get(unitId));
  }

  /// Exact sums of some units from one day to another, both included.
  Metrics metrics(int[] units, int first, int last) {
    return history.metrics(units, first, last, view.attribution());
  }

  /// The days that something which began on a day is compared with.
  DateRange before(int onset) {
    return history.range(Math.max(0, onset - MOST_PAST), Math.max(0, onset - 1));
  }

  AttributionWindow attribution() {
    return view.attribution();
  }

  /// What a set does in a week since something began: its last seven days, or as many as there are,
  /// brought to seven.
  ///
  /// @param due orders due once all have arrived, at the set's usual rate
  record Week(double clicks, double spend, double due) {}

  Week week(int[] units, int onset) {
    int first = Math.max(onset, history.length() - WEEK);
    double known = IntStream.range(first, history.length()).filter(history::isDelivered).count();
    double clicks = 0;
    double spend = 0;
    double due = 0;
    for (int unit : units) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        if (history.day(row) >= first) {
          clicks += history.clicks(row);
          spend += history.spend(row);
          due += orders.complete(unit, row);
        }
      }
    }
    double toWeek = known == 0 ? 0 : WEEK / known;
    return new Week(clicks * toWeek, spend * toWeek, due * toWeek);
  }

  /// What an order was worth, shrunk to the account's.
  double orderValue(Metrics metrics) {
    double sales = metrics.sales().map(Number::doubleValue).orElse(0.0);
    double count = metrics.orders().map(Number::doubleValue).orElse(0.0);
    return (sales + ORDER_VALUE_WEIGHT * accountOrderValue) / (count + ORDER_VALUE_WEIGHT);
  }

  /// The campaigns that some units lie in.
  Set<String> campaignIds(int[] units) {
    Grouping campaigns = sets.campaigns();
    return IntStream.of(units)
        .map(unit -> campaigns.groupOf()[unit])
        .filter(campaign -> campaign != Grouping.NONE)
        .mapToObj(campaign -> campaigns.groups().get(campaign).id())
        .collect(Collectors.toSet());
  }

  /// The targets among some units.
  List<String> targetIds(int[] units) {
    return IntStream.of(units)
        .mapToObj(history.units()::get)
        .filter(Entity.Keyword.class::isInstance)
        .map(Entity::id)
        .sorted()
        .toList();
  }
}
