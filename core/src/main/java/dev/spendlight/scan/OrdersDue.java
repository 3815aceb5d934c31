package dev.spendlight.scan;

import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import dev.spendlight.statistics.Completeness;
import java.util.Arrays;

/// The orders that each row of a history is due: its clicks at the unit's usual rate, times the day
/// of the week, times the share of orders that can have arrived when the day was pulled.
///
/// A unit's usual rate is shrunk to its match type in the campaign, that to the campaign, that to
/// the account. Sums over units so weigh each click by what such clicks bring: fewer clicks on
/// brand terms lower what is due, and are no fall of conversion.
///
/// Days that were not delivered, or not over yet when they were pulled, are due nothing, and their
/// orders do not count. How many orders of a young day can be seen is known least: what compares
/// parts of an account, all of which wait for orders alike, uses every day; what judges the account
/// as a whole ends with [#lastMature].
public final class OrdersDue {
  /// Of younger days half of the orders may be missing, and nobody knows exactly how many.
  private static final int YOUNGEST_MATURE = 3;

  private static final double UNIT_PRIOR_ORDERS = 3;
  private static final double GROUP_PRIOR_ORDERS = 6;
  private static final double WEEKDAY_PRIOR_ORDERS = 200;
  private static final int WEEK = 7;

  private final AccountHistory history;
  private final double[] worth;
  private final double[] rate;
  private final double[] share;
  private final double[] weekday;

  private OrdersDue(
      AccountHistory history, double[] worth, double[] rate, double[] share, double[] weekday) {
    this.history = history;
    this.worth = worth;
    this.rate = rate;
    this.share = share;
    this.weekday = weekday;
  }

  public static OrdersDue of(AccountHistory history, Completeness completeness) {
    return of(history, completeness, fill(history.rows(), 1));
  }

  /// @param worth what a click of each row counts as, such as the usual rate of the targets that
  ///   brought it; not to be changed afterwards
  static OrdersDue of(AccountHistory history, Completeness completeness, double[] worth) {
    double[] share = new double[history.length()];
    for (int day = 0; day < share.length; day++) {
      share[day] = history.isDelivered(day) ? completeness.at(history.age(day)) : 0;
    }
    double[] rate = rates(history, worth, share);
    return new OrdersDue(history, worth, rate, share, weekdays(history, worth, share, rate));
  }

  private static double[] rates(AccountHistory history, double[] worth, double[] share) {
    int units = history.units().size();
    double[] clicks = new double[units];
    double[] orders = new double[units];
    double allClicks = 0;
    double allOrders = 0;
    for (int unit = 0; unit < units; unit++) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        double known = share[history.day(row)];
        clicks[unit] += known * history.clicks(row) * worth[row];
        orders[unit] += known > 0 ? Math.max(0, history.orders(row)) : 0;
      }
      allClicks += clicks[unit];
      allOrders += orders[unit];
    }
    double account = allOrders > 0 ? allOrders / allClicks : 0;
    double[] ofCampaign = shrunk(history.campaigns(), clicks, orders, fill(units, account));
    double[] ofMatch = shrunk(history.campaignMatches(), clicks, orders, ofCampaign);
    double[] rate = new double[units];
    for (int unit = 0; unit < units; unit++) {
      double prior = ofMatch[unit];
      rate[unit] =
          prior <= 0
              ? 0
              : (orders[unit] + UNIT_PRIOR_ORDERS) / (clicks[unit] + UNIT_PRIOR_ORDERS / prior);
    }
    return rate;
  }

  private static double[] fill(int length, double value) {
    double[] filled = new double[length];
    Arrays.fill(filled, value);
    return filled;
  }

  /// The rate of each unit's group, shrunk to what is known of wider ones.
  private static double[] shrunk(
      Grouping grouping, double[] clicks, double[] orders, double[] wider) {
    int groups = grouping.groups().size();
    double[] groupClicks = new double[groups];
    double[] groupOrders = new double[groups];
    for (int unit = 0; unit < clicks.length; unit++) {
      int group = grouping.groupOf()[unit];
      if (group != Grouping.NONE) {
        groupClicks[group] += clicks[unit];
        groupOrders[group] += orders[unit];
      }
    }
    double[] rates = wider.clone();
    for (int unit = 0; unit < rates.length; unit++) {
      int group = grouping.groupOf()[unit];
      if (group != Grouping.NONE && wider[unit] > 0) {
        rates[unit] =
            (groupOrders[group] + GROUP_PRIOR_ORDERS)
                / (groupClicks[group] + GROUP_PRIOR_ORDERS / wider[unit]);
      }
    }
    return rates;
  }

  private static double[] weekdays(
      AccountHistory history, double[] worth, double[] share, double[] rate) {
    double[] due = new double[WEEK];
    double[] orders = new double[WEEK];
    for (int unit = 0; unit < rate.length; unit++) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        int day = history.day(row);
        if (share[day] > 0) {
          due[day % WEEK] += history.clicks(row) * worth[row] * rate[unit] * share[day];
          orders[day % WEEK] += Math.max(0, history.orders(row));
        }
      }
    }
    double allDue = Arrays.stream(due).sum();
    double level = allDue > 0 ? Arrays.stream(orders).sum() / allDue : 1;
    double[] factors = new double[WEEK];
    for (int i = 0; i < WEEK; i++) {
      factors[i] =
          (orders[i] + WEEKDAY_PRIOR_ORDERS)
              / (due[i] * (level > 0 ? level : 1) + WEEKDAY_PRIOR_ORDERS);
    }
    return factors;
  }

  public AccountHistory history() {
    return history;
  }

  /// The usual conversion rate of a unit, shrunk.
  public double rate(int unit) {
    return rate[unit];
  }

  /// Whether a day is over, and known.
  public boolean isJudged(int day) {
    return share[day] > 0;
  }

  /// The share of a day's orders that can be seen; 0 for days that are not judged.
  public double share(int day) {
    return share[day];
  }

  /// The last day that is judged; -1 when none is.
  public int lastJudged() {
    int day = share.length - 1;
    while (day >= 0 && !isJudged(day)) {
      day--;
    }
    return day;
  }

  /// The last day that is judged and old enough that most of its orders can be seen; -1 when none
  /// is.
  public int lastMature() {
    int day = share.length - 1;
    while (day >= 0 && (!isJudged(day) || history.age(day) < YOUNGEST_MATURE)) {
      day--;
    }
    return day;
  }

  /// Orders due of a row, as far as they can be seen.
  public double due(int unit, int row) {
    return complete(unit, row) * share[history.day(row)];
  }

  /// The clicks of a row, counted as far as their orders can be seen on such a day of the week; 0
  /// on days that are not judged.
  public double visibleClicks(int row) {
    int day = history.day(row);
    return history.clicks(row) * worth[row] * share[day] * weekday[day % WEEK];
  }

  /// The spend of a row, counted in the same way.
  public double visibleSpend(int row) {
    int day = history.day(row);
    return history.spend(row) * share[day] * weekday[day % WEEK];
  }

  /// Orders due of a row once all have arrived.
  public double complete(int unit, int row) {
    return history.clicks(row) * worth[row] * rate[unit] * weekday[history.day(row) % WEEK];
  }
}
