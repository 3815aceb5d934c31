package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An account's campaigns by age, each with the orders that its product's other campaigns would
/// have brought for its clicks.
final class Launches {
  /// Days after which a campaign is no launch any more.
  private static final int ESTABLISHED = 36;

  /// Without impressions for so long, a campaign that comes back is resumed.
  private static final int REST_DAYS = 14;

  /// The rate of a match type counts as this many orders at the rate around it.
  private static final double PRIOR_ORDERS = 6;

  /// How far the campaigns of one product differ where the account does not tell, and those of
  /// different products; each counts as this many campaigns.
  private static final double USUAL_SPREAD = 0.25;

  private static final double BETWEEN_PRODUCTS = 0.45;
  private static final double USUAL_WEIGHT = 10;
  private static final double LEAST_SPREAD = 0.12;
  private static final double MOST_SPREAD = 0.6;
  private static final double LEAST_EXPECTED = 5;

  /// @param start first day, counted in the history
  /// @param expected orders due in the judged days
  /// @param peers orders that the expectation rests on
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
  private final AccountHistory history;
  private final int[] startOf;
  private final boolean[] established;
  private final int[][] members;
  private final double spread;

  Launches(Changes changes) {
    this.changes = changes;
    this.history = changes.history();
    Grouping campaigns = changes.sets().campaigns();
    this.members = campaigns.members();
    this.startOf = new int[members.length];
    this.established = new boolean[members.length];
    for (int i = 0; i < members.length; i++) {
      startOf[i] = start((Entity.Campaign) campaigns.groups().get(i), members[i]);
      established[i] = startOf[i] <= history.length() - 1 - ESTABLISHED;
    }
    this.spread = learnSpread();
  }

  Changes changes() {
    return changes;
  }

  /// The first day of a campaign's present run, counted in the history: negative or 0 when it is as
  /// old as the history or older.
  private int start(Entity.Campaign campaign, int[] units) {
    double[] impressions = history.daily(units).impressions();
    int first = 0;
    int rest = 0;
    boolean seen = false;
    for (int day = 0; day < impressions.length; day++) {
      if (impressions[day] > 0) {
        if (!seen || rest >= REST_DAYS) {
          first = day;
        }
        seen = true;
        rest = 0;
      } else if (history.isDelivered(day)) {
        rest++;
      }
    }
    if (first > 0 && first < REST_DAYS) {
      // The history is too short to tell a launch from a quiet week, unless a report does.
      Optional<LocalDate> told = changes.settings().start(campaign.id());
      return told.filter(day -> !day.isBefore(history.date(0))).isPresent() ? first : 0;
    }
    return first;
  }

  /// Campaigns whose present run began so many days ago.
  List<Launch> aged(int least, int most) {
    List<Launch> launches = new ArrayList<>();
    for (int i = 0; i < members.length; i++) {
      int age = (int) ChronoUnit.DAYS.between(history.date(startOf[i]), history.days().to()) + 1;
      if (startOf[i] > 0 && age >= least && age <= most) {
        launches.add(launch(i));
      }
    }
    return launches;
  }

  private Launch launch(int campaign) {
    Optional<Integer> product = product(campaign);
    boolean siblings = product.isPresent() && hasEstablishedSibling(campaign, product.get());
    Rates around = rates(campaign, Optional.empty());
    Rates rates = siblings ? rates(campaign, product).within(around) : around;
    double orders = 0;
    double expected = 0;
    for (int unit : members[campaign]) {
      double rate = rates.of(matchType(unit));
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        if (history.day(row) >= startOf[campaign] && changes.orders().isJudged(history.day(row))) {
          orders += history.orders(row);
          expected += rate * changes.orders().visibleClicks(row);
        }
      }
    }
    return new Launch(
        (Entity.Campaign) changes.sets().campaigns().groups().get(campaign),
        members[campaign],
        startOf[campaign],
        orders,
        expected,
        Math.max(1, rates.orders),
        siblings);
  }

  private Optional<Integer> product(int campaign) {
    int product = Grouping.NONE;
    for (int unit : members[campaign]) {
      int its = changes.products().groupOf()[unit];
      if (its == Grouping.NONE || product != Grouping.NONE && its != product) {
        return Optional.empty();
      }
      product = its;
    }
    return product == Grouping.NONE ? Optional.empty() : Optional.of(product);
  }

  private boolean hasEstablishedSibling(int campaign, int product) {
    for (int other = 0; other < members.length; other++) {
      if (other != campaign
          && established[other]
          && product(other).filter(its -> its == product).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// Conversion rates by match type.
  private static final class Rates {
    private final Map<MatchType, double[]> byMatch = new EnumMap<>(MatchType.class);
    private double clicks;
    private double orders;
    private Optional<Rates> around = Optional.empty();

    void add(MatchType match, double moreClicks, double moreOrders) {
      double[] sum = byMatch.computeIfAbsent(match, fresh -> new double[2]);
      sum[0] += moreClicks;
      sum[1] += moreOrders;
      clicks += moreClicks;
      orders += moreOrders;
    }

    Rates within(Rates wider) {
      this.around = Optional.of(wider);
      return this;
    }

    double of(MatchType match) {
      double whole = clicks > 0 ? orders / clicks : 0;
      double prior = around.map(wider -> scaled(wider, match, whole)).orElse(whole);
      double[] sum = byMatch.getOrDefault(match, new double[2]);
      return prior <= 0 ? 0 : (sum[1] + PRIOR_ORDERS) / (sum[0] + PRIOR_ORDERS / prior);
    }

    /// The product's rate, with the account's difference between match types.
    private static double scaled(Rates wider, MatchType match, double whole) {
      double all = wider.clicks > 0 ? wider.orders / wider.clicks : 0;
      return all > 0 ? whole * wider.of(match) / all : whole;
    }
  }

  private Rates rates(int without, Optional<Integer> product) {
    Rates rates = new Rates();
    for (int other = 0; other < members.length; other++) {
      if (other == without || !established[other]) {
        continue;
      }
      for (int unit : members[other]) {
        if (product.isEmpty() || changes.products().groupOf()[unit] == product.get()) {
          add(rates, unit);
        }
      }
    }
    return rates;
  }

  private void add(Rates rates, int unit) {
    double clicks = 0;
    double orders = 0;
    for (int row = history.start(unit); row < history.start(unit + 1); row++) {
      if (changes.orders().isJudged(history.day(row))) {
        clicks += changes.orders().visibleClicks(row);
        orders += history.orders(row);
      }
    }
    rates.add(matchType(unit), clicks, orders);
  }

  private MatchType matchType(int unit) {
    return history.units().get(unit) instanceof Entity.Keyword target
        ? target.matchType()
        : MatchType.NONE;
  }

  /// Relative standard deviation of established campaigns around their product's others.
  private double learnSpread() {
    double squares = USUAL_WEIGHT * USUAL_SPREAD * USUAL_SPREAD;
    double campaigns = USUAL_WEIGHT;
    for (int i = 0; i < members.length; i++) {
      if (established[i] && product(i).isPresent() && hasEstablishedSibling(i, product(i).get())) {
        Launch its = launch(i);
        if (its.expected() >= LEAST_EXPECTED) {
          double relative = its.orders() / its.expected() - 1;
          squares += Math.max(0, relative * relative - 1 / its.expected() - 1 / its.peers());
          campaigns++;
        }
      }
    }
    return Math.clamp(Math.sqrt(squares / campaigns), LEAST_SPREAD, MOST_SPREAD);
  }

  /// How far campaigns like this one differ from those that it is compared with.
  double spread(Launch launch) {
    return launch.hasSiblings() ? spread : Math.max(spread, BETWEEN_PRODUCTS);
  }

  /// Orders due in a week by the same comparison, once all have arrived.
  double weeklyExpected(Launch launch) {
    double due = changes.week(launch.units(), launch.start()).due();
    double own = 0;
    for (int unit : launch.units()) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        if (history.day(row) >= launch.start()) {
          own += changes.orders().due(unit, row);
        }
      }
    }
    return own > 0 ? due * launch.expected() / own : 0;
  }
}
