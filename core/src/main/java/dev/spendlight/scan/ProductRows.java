package dev.spendlight.scan;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.EntityRows;
import dev.spendlight.report.RowKey;
import dev.spendlight.statistics.Completeness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The products of an account, day by day, by the advertised product report: what each did in each
/// ad group that advertises it.
///
/// That report does not tell which target brought a click, so a click counts as what the clicks of
/// its ad group's targets are worth on that day: fewer clicks on brand terms lower what is due here
/// too.
public final class ProductRows {
  /// An ad group is for a product from this share of its clicks on.
  private static final double ALMOST_ALL = 0.8;

  /// An ad group advertises a product worth speaking of from this share of its clicks on.
  private static final double SOME = 0.15;

  private final AccountHistory history;
  private final List<RowKey> keys;
  private final OrdersDue orders;
  private final List<Product> products;
  private final Map<String, Entity.Product> ofAdGroup;

  private ProductRows(
      AccountHistory history,
      List<RowKey> keys,
      OrdersDue orders,
      List<Product> products,
      Map<String, Entity.Product> ofAdGroup) {
    this.history = history;
    this.keys = keys;
    this.orders = orders;
    this.products = products;
    this.ofAdGroup = ofAdGroup;
  }

  /// @param rows its units in the product history, one for each ad group
  /// @param targets units of the target history, of all ad groups that advertise it
  /// @param mixed whether some of these ad groups advertise other products too
  @SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
  public record Product(Entity.Product entity, int[] rows, int[] targets, boolean mixed) {}

  /// @param coverage of a daily advertised product report
  /// @param targets the same account by target
  public static ProductRows of(
      Coverage coverage, EntityRows rows, OrdersDue targets, Completeness completeness) {
    Map<String, RowKey> keys = new HashMap<>();
    AccountHistory history =
        AccountHistory.of(
            coverage,
            rows,
            key -> {
              String id = key.adGroupId() + ":" + key.asin();
              keys.putIfAbsent(id, key);
              return new Entity.Product(id, key.asin());
            });
    List<RowKey> unitKeys =
        history.units().stream()
            .map(unit -> keys.getOrDefault(unit.id(), RowKey.campaign("", "")))
            .toList();
    OrdersDue orders = OrdersDue.of(history, completeness, worth(history, unitKeys, targets));
    Map<String, Double> clicksOfAdGroup = new HashMap<>();
    double[] clicks = new double[unitKeys.size()];
    for (int unit = 0; unit < clicks.length; unit++) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        clicks[unit] += history.clicks(row);
      }
      clicksOfAdGroup.merge(unitKeys.get(unit).adGroupId(), clicks[unit], Double::sum);
    }
    Map<String, Entity.Product> ofAdGroup = new HashMap<>();
    Map<String, List<Integer>> unitsOfProduct = new TreeMap<>();
    double[] share = new double[clicks.length];
    for (int unit = 0; unit < clicks.length; unit++) {
      RowKey key = unitKeys.get(unit);
      double all = clicksOfAdGroup.getOrDefault(key.adGroupId(), 0.0);
      share[unit] = all > 0 ? clicks[unit] / all : 0;
      if (!key.asin().isEmpty() && share[unit] > 0) {
        unitsOfProduct.computeIfAbsent(key.asin(), fresh -> new ArrayList<>()).add(unit);
        if (share[unit] >= ALMOST_ALL) {
          ofAdGroup.put(key.adGroupId(), new Entity.Product(key.asin(), key.asin()));
        }
      }
    }
    Map<String, List<Integer>> targetsOfAdGroup = targetsOfAdGroup(targets.history());
    List<Product> products = new ArrayList<>();
    unitsOfProduct.forEach((asin, units) -> {
      boolean mixed = units.stream().anyMatch(unit -> share[unit] < ALMOST_ALL);
      int[] its =
          units.stream()
              .filter(unit -> share[unit] >= SOME)
              .flatMap(unit ->
                  targetsOfAdGroup.getOrDefault(unitKeys.get(unit).adGroupId(), List.of()).stream())
              .mapToInt(Integer::intValue)
              .sorted()
              .toArray();
      int[] own = units.stream().mapToInt(Integer::intValue).toArray();
      if (its.length > 0) {
        products.add(new Product(new Entity.Product(asin, asin), own, its, mixed));
      }
    });
    return new ProductRows(history, unitKeys, orders, List.copyOf(products), ofAdGroup);
  }

  private static Map<String, List<Integer>> targetsOfAdGroup(AccountHistory history) {
    Map<String, List<Integer>> targets = new HashMap<>();
    for (int unit = 0; unit < history.units().size(); unit++) {
      if (history.units().get(unit) instanceof Entity.Keyword target) {
        targets.computeIfAbsent(target.adGroup().id(), fresh -> new ArrayList<>()).add(unit);
      }
    }
    return targets;
  }

  /// What a click of each ad group is worth on each day: the usual rate of the targets that were
  /// clicked.
  private static double[] worth(AccountHistory history, List<RowKey> unitKeys, OrdersDue targets) {
    AccountHistory byTarget = targets.history();
    Map<String, List<Integer>> targetsOfAdGroup = targetsOfAdGroup(byTarget);
    Map<String, double[]> ofAdGroup = new HashMap<>();
    targetsOfAdGroup.forEach(
        (adGroup, units) -> ofAdGroup.put(adGroup, worth(byTarget, targets, units)));
    int shift = (int) (history.days().from().toEpochDay() - byTarget.days().from().toEpochDay());
    double[] worth = new double[history.rows()];
    for (int unit = 0; unit < unitKeys.size(); unit++) {
      double[] days = ofAdGroup.getOrDefault(unitKeys.get(unit).adGroupId(), new double[0]);
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        int day = history.day(row) + shift;
        worth[row] = day >= 0 && day < days.length ? days[day] : 0;
      }
    }
    return worth;
  }

  private static double[] worth(AccountHistory history, OrdersDue targets, List<Integer> units) {
    double[] due = new double[history.length()];
    double[] clicks = new double[history.length()];
    for (int unit : units) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        due[history.day(row)] += history.clicks(row) * targets.rate(unit);
        clicks[history.day(row)] += history.clicks(row);
      }
    }
    return IntStream.range(0, due.length)
        .mapToDouble(day -> clicks[day] > 0 ? due[day] / clicks[day] : 0)
        .toArray();
  }

  public AccountHistory history() {
    return history;
  }

  public OrdersDue orders() {
    return orders;
  }

  /// The units of a product, one for each ad group.
  int[] unitsOf(String asin) {
    return products.stream()
        .filter(each -> each.entity().id().equals(asin))
        .findFirst()
        .map(Product::rows)
        .orElse(new int[0]);
  }

  /// The units of the other products in a product's ad groups.
  int[] others(String asin) {
    Set<String> adGroups = new HashSet<>();
    Set<Integer> own = new HashSet<>();
    for (int unit : unitsOf(asin)) {
      own.add(unit);
      adGroups.add(adGroupId(unit));
    }
    return IntStream.range(0, history.units().size())
        .filter(unit -> !own.contains(unit) && adGroups.contains(adGroupId(unit)))
        .toArray();
  }

  /// The ad group that a unit of the product history stands for.
  public String adGroupId(int unit) {
    return keys.get(unit).adGroupId();
  }

  /// The campaign that a unit of the product history lies in.
  public String campaignId(int unit) {
    return keys.get(unit).campaignId();
  }

  /// Which share of the orders due of some targets is due of some units: what happens to the units
  /// happens to that share of the targets.
  double shareOfDue(int[] some, int[] targets, OrdersDue ofTargets) {
    double own = due(orders, some);
    double all = due(ofTargets, targets);
    return all > 0 ? Math.min(1, own / all) : 1;
  }

  private static double due(OrdersDue orders, int[] units) {
    double due = 0;
    for (int unit : units) {
      for (int row = orders.history().start(unit); row < orders.history().start(unit + 1); row++) {
        due += orders.due(unit, row);
      }
    }
    return due;
  }

  /// The product that a set stands for, when it shares its ad groups with others.
  public Optional<Product> mixed(UnitSet set) {
    return set.level() == ScanLevel.PRODUCT
        ? products.stream()
            .filter(each -> each.mixed() && each.entity().id().equals(set.entity().id()))
            .findFirst()
        : Optional.empty();
  }

  /// In the order of their ASINs.
  public List<Product> products() {
    return products;
  }

  /// The product of each ad group that is (almost) all for one, by the ad group's id.
  public Map<String, Entity.Product> ofAdGroup() {
    return ofAdGroup;
  }
}
