package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An account's campaigns by age, each with the orders that its products' other campaigns would
/// have brought for its clicks, or for its spend, match type by match type.
final class Launches {
  /// Days after which a campaign is no launch any more.
  private static final int ESTABLISHED = 36;

  /// Without impressions for so long, a campaign that comes back is resumed.
  private static final int REST_DAYS = 14;

  /// The account's rate counts as this many orders of a product's own.
  private static final double PRODUCT_PRIOR = 6;

  /// A sort of targets is taken to convert like the others as firmly as this many orders say.
  private static final double SORT_PRIOR = 20;

  /// With fewer orders in other campaigns, a product has no comparison of its own.
  private static final double LEAST_PEERS = 5;

  /// How far the campaigns of one product differ where the account does not tell; it counts as this
  /// many campaigns. And how far products differ.
  private static final double USUAL_SPREAD = 0.25;

  private static final double USUAL_WEIGHT = 10;
  private static final double BETWEEN_PRODUCTS = 0.45;
  private static final double LEAST_SPREAD = 0.12;
  private static final double MOST_SPREAD = 0.6;

  /// @param start first day, counted in the history
  /// @param expected orders due in the judged days
  /// @param peers orders that the expectation rests on
  /// @param hasSiblings whether other campaigns sell the same products
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Launch(
      Entity.Campaign campaign,
      int[] units,
      int start,
      double orders,
      double expected,
      double peers,
      boolean hasSiblings) {}

  private final Changes changes;
  private final Basis basis;
  private final AccountHistory history;
  private final Grouping campaigns;
  private final int[][] members;
  private final int[] startOf;
  private final Set<String> established = new HashSet<>();
  private final List<List<Object>> sorts;
  private final Map<List<Object>, Double> factorOfSort = new HashMap<>();
  private final ProductMix mix;
  private double accountRate;
  private double accountOrders;
  private double spread = USUAL_SPREAD;

  private Launches(Changes changes, Basis basis) {
    this.changes = changes;
    this.basis = basis;
    this.history = changes.history();
    this.campaigns = changes.sets().campaigns();
    this.members = campaigns.members();
    this.startOf = new int[members.length];
    this.sorts = history.units().stream().map(this::sort).toList();
    this.mix = learn();
  }

  static Launches of(Changes changes, Basis basis) {
    return new Launches(changes, basis);
  }

  Changes changes() {
    return changes;
  }

  private ProductMix learn() {
    for (int campaign = 0; campaign < members.length; campaign++) {
      startOf[campaign] = start(members[campaign]);
      if (startOf[campaign] == 0 || startOf[campaign] <= history.length() - ESTABLISHED) {
        established.add(id(campaign));
      }
    }
    learnRates();
    ProductMix mix = ProductMix.of(changes, basis, this::factor);
    learnSpread(mix);
    return mix;
  }

  private String id(int campaign) {
    return campaigns.groups().get(campaign).id();
  }

  /// The first day of a campaign's present run, counted in the history; 0 when it is as old as the
  /// history, or when the history is too short before it to tell a launch from a quiet week.
  private int start(int[] units) {
    double[] impressions = history.daily(units).impressions();
    int first = 0;
    int rest = 0;
    for (int day = 0; day < impressions.length; day++) {
      if (impressions[day] > 0) {
        first = rest >= REST_DAYS ? day : first;
        rest = 0;
      } else if (history.isDelivered(day)) {
        rest++;
      }
    }
    return first;
  }

  private void learnRates() {
    double clicks = 0;
    Map<List<Object>, double[]> bySort = new HashMap<>();
    for (int campaign = 0; campaign < members.length; campaign++) {
      if (!established.contains(id(campaign))) {
        continue;
      }
      double[] whole = visible(members[campaign], 0);
      clicks += whole[0];
      accountOrders += whole[1];
      for (int unit : members[campaign]) {
        double[] own = visible(new int[] {unit}, 0);
        double[] sum = bySort.computeIfAbsent(sorts.get(unit), fresh -> new double[2]);
        sum[0] += own[0];
        sum[1] += own[1];
      }
    }
    accountRate = clicks > 0 ? accountOrders / clicks : 0;
    if (accountRate > 0) {
      bySort.forEach((sort, sum) ->
          factorOfSort.put(sort, (sum[1] + SORT_PRIOR) / (sum[0] * accountRate + SORT_PRIOR)));
    }
  }

  /// Clicks (or spend) as far as their orders can be seen, and those orders.
  private double[] visible(int[] units, int first) {
    double[] sum = new double[2];
    for (int unit : units) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        int day = history.day(row);
        if (day >= first && changes.orders().isJudged(day)) {
          sum[0] +=
              basis == Basis.CLICKS
                  ? changes.orders().visibleClicks(row)
                  : changes.orders().visibleSpend(row);
          sum[1] += history.orders(row);
        }
      }
    }
    return sum;
  }

  /// Targets of one match type that are brand-like, or not.
  private List<Object> sort(Entity unit) {
    return unit instanceof Entity.Keyword target
        ? List.of(target.matchType(), changes.brandWords().of(target.name()))
        : List.of();
  }

  private double factor(int unit) {
    return factorOfSort.getOrDefault(sorts.get(unit), 1.0);
  }

  /// Of established campaigns around their products' others.
  private void learnSpread(ProductMix mix) {
    Spread learned = new Spread();
    for (int campaign = 0; campaign < members.length; campaign++) {
      if (established.contains(id(campaign))) {
        Launch its = launch(campaign, mix);
        if (its.hasSiblings()) {
          learned.add(its.orders(), its.expected(), its.peers());
        }
      }
    }
    spread = learned.value(USUAL_SPREAD, USUAL_WEIGHT, LEAST_SPREAD, MOST_SPREAD);
  }

  /// Campaigns whose present run began so many days ago.
  List<Launch> aged(int least, int most) {
    List<Launch> launches = new ArrayList<>();
    for (int campaign = 0; campaign < members.length; campaign++) {
      int age = history.length() - startOf[campaign];
      if (startOf[campaign] > 0 && age >= least && age <= most) {
        launches.add(launch(campaign, mix));
      }
    }
    return launches;
  }

  /// The orders of a campaign over those that its products' other campaigns would have brought for
  /// its clicks, shrunk to 1; 0 for an unknown campaign.
  double ratio(String campaignId) {
    for (int campaign = 0; campaign < members.length; campaign++) {
      if (id(campaign).equals(campaignId)) {
        Launch its = launch(campaign, mix);
        return (its.orders() + 1) / (its.expected() + 1);
      }
    }
    return 0;
  }

  private Launch launch(int campaign, ProductMix mix) {
    if (accountRate <= 0) {
      return new Launch(entity(campaign), members[campaign], startOf[campaign], 0, 0, 1, false);
    }
    ProductMix.Peers peers = mix.peers(id(campaign), established, accountRate, PRODUCT_PRIOR);
    boolean siblings = peers.orders() >= LEAST_PEERS;
    double orders = 0;
    double expected = 0;
    for (int unit : members[campaign]) {
      double[] own = visible(new int[] {unit}, startOf[campaign]);
      orders += own[1];
      expected += own[0] * peers.rate() * factor(unit);
    }
    return new Launch(
        entity(campaign),
        members[campaign],
        startOf[campaign],
        orders,
        expected,
        Math.max(1, siblings ? peers.orders() + PRODUCT_PRIOR : accountOrders),
        siblings);
  }

  private Entity.Campaign entity(int campaign) {
    return (Entity.Campaign) campaigns.groups().get(campaign);
  }

  /// How far campaigns like this one differ from those that it is compared with.
  double spread(Launch launch) {
    return launch.hasSiblings() ? spread : Math.max(spread, BETWEEN_PRODUCTS);
  }

  /// The clicks (or the spend) of a launch since it began, as far as their orders can be seen.
  double visible(Launch launch) {
    return visible(launch.units(), launch.start())[0];
  }

  /// Orders due in a week by the same comparison, once all have arrived.
  double weeklyExpected(Launch launch) {
    double seen = visible(launch);
    Changes.Week week = changes.week(launch.units(), launch.start());
    double now = basis == Basis.CLICKS ? week.clicks() : week.spend();
    return seen > 0 ? launch.expected() / seen * now : 0;
  }
}
