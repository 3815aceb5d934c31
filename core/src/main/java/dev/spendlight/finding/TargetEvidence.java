package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of each target on its own: sixty days, or those before something befell the
/// campaign that it lies in.
final class TargetEvidence {
  private static final int WEEK = 7;
  private static final int FORTNIGHT = 14;

  /// A cost per click of fewer clicks says little of the present one.
  private static final double LEAST_CLICKS = 5;

  /// Orders of the campaign that stand for a target's own order value.
  private static final double ORDER_VALUE_WEIGHT = 5;

  private final List<Target> targets;
  private final String origin;

  private TargetEvidence(List<Target> targets, String origin) {
    this.targets = targets;
    this.origin = origin;
  }

  /// @param path of its groups: brand-like or not, campaign, ad group, match type
  /// @param maturedClicks clicks as far as their orders can be seen
  /// @param cpc what its clicks cost at present
  /// @param orderValue what an order of it is worth, shrunk to its campaign's
  /// @param weeklySpend at present
  record Target(
      Entity.Keyword keyword,
      List<String> path,
      DateRange window,
      Metrics metrics,
      double maturedClicks,
      long maturedOrders,
      double cpc,
      double orderValue,
      double weeklySpend) {

    long orders() {
      return metrics.orders().orElse(0L);
    }

    /// Infinite without sales.
    double acos() {
      return metrics.acos().map(Number::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }
  }

  List<Target> targets() {
    return targets;
  }

  String origin() {
    return origin;
  }

  /// Empty where no report tells of targets and their orders.
  static Optional<TargetEvidence> of(CaseFile file) {
    Optional<Changes> daily = file.changes().filter(each -> each.history().hasTargets());
    if (daily.isPresent()) {
      return Optional.of(ofDays(file, daily.get()));
    }
    return file.tallies(Level.TARGET)
        .filter(tallies -> tallies.coverage().hasOrders(file.view().attribution()))
        .filter(tallies -> tallies.coverage().hasSales(file.view().attribution()))
        .map(tallies -> ofTallies(file, tallies));
  }

  private static TargetEvidence ofTallies(CaseFile file, Tallies tallies) {
    DateRange window = tallies.windows().getLast();
    List<Tally> all = tallies.over(window);
    OrderValues values = new OrderValues(file);
    for (Tally tally : all) {
      values.add(tally.key().campaignId(), (double) tally.orders(), tally.sales());
    }
    double weeks = CaseFile.weeks(tallies, window);
    List<Target> targets = new ArrayList<>();
    for (Tally tally : all) {
      Entity.Keyword keyword = (Entity.Keyword) tally.entity();
      double cpc = tally.clicks() == 0 ? 0 : tally.spend() / tally.clicks();
      targets.add(
          new Target(
              keyword,
              path(file, keyword),
              window,
              tally.metrics(),
              tally.maturedClicks(),
              tally.maturedOrders(),
              cpc,
              values.of(tally.key().campaignId(), (double) tally.orders(), tally.sales()),
              tally.spend() / weeks));
    }
    return new TargetEvidence(targets, tallies.coverage().origin());
  }

  private static TargetEvidence ofDays(CaseFile file, Changes changes) {
    AccountHistory history = changes.history();
    int units = history.units().size();
    int[] cutoff = Cutoffs.of(changes, file.shifts());
    int first = Math.max(0, history.length() - CaseFile.DAYS);
    OrderValues values = new OrderValues(file);
    double[] orders = new double[units];
    double[] sales = new double[units];
    for (int unit = 0; unit < units; unit++) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        if (history.day(row) >= first) {
          orders[unit] += history.orders(row);
          sales[unit] += history.sales(row);
        }
      }
      values.add(campaign(history, unit), orders[unit], sales[unit]);
    }
    List<Target> targets = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      if (cutoff[unit] > first && history.start(unit + 1) > history.start(unit)) {
        double value = values.of(campaign(history, unit), orders[unit], sales[unit]);
        targets.add(target(file, changes, unit, first, cutoff[unit], value));
      }
    }
    return new TargetEvidence(targets, history.coverage().origin());
  }

  private static String campaign(AccountHistory history, int unit) {
    return ((Entity.Keyword) history.units().get(unit)).adGroup().campaign().id();
  }

  private static Target target(
      CaseFile file, Changes changes, int unit, int first, int cutoff, double orderValue) {
    AccountHistory history = changes.history();
    Entity.Keyword keyword = (Entity.Keyword) history.units().get(unit);
    double[] clicks = new double[history.length()];
    double[] spend = new double[history.length()];
    double maturedClicks = 0;
    long maturedOrders = 0;
    for (int row = history.start(unit); row < history.start(unit + 1); row++) {
      int day = history.day(row);
      clicks[day] += history.clicks(row);
      spend[day] += history.spend(row);
      if (day >= first && day < cutoff && changes.orders().isJudged(day)) {
        maturedClicks += changes.orders().visibleClicks(row);
        maturedOrders += Math.max(0, history.orders(row));
      }
    }
    return new Target(
        keyword,
        path(file, keyword),
        history.range(first, cutoff - 1),
        changes.metrics(new int[] {unit}, first, cutoff - 1),
        maturedClicks,
        maturedOrders,
        cpc(clicks, spend, first, cutoff),
        orderValue,
        changes.week(new int[] {unit}, 0).spend());
  }

  /// Of the last week, else of the last two, else of all days.
  private static double cpc(double[] clicks, double[] spend, int first, int end) {
    for (int days : new int[] {WEEK, FORTNIGHT, end - first}) {
      double count = 0;
      double cost = 0;
      for (int day = Math.max(first, end - days); day < end; day++) {
        count += clicks[day];
        cost += spend[day];
      }
      if (count >= LEAST_CLICKS || days == end - first) {
        return count > 0 ? cost / count : 0;
      }
    }
    return 0;
  }

  /// Brand and generic terms often share an ad group, but seldom a match type and an ad group.
  private static List<String> path(CaseFile file, Entity.Keyword keyword) {
    MatchType matchType = keyword.matchType();
    return List.of(
        file.brandWords().of(keyword.name()).name(),
        keyword.adGroup().campaign().id(),
        keyword.adGroup().id(),
        matchType.name());
  }

  /// Order values shrunk from the target to its campaign, from that to the account.
  private static final class OrderValues {
    private final double account;
    private final Map<String, double[]> campaigns = new HashMap<>();

    OrderValues(CaseFile file) {
      this.account = file.account().aov().map(Number::doubleValue).orElse(0.0);
    }

    void add(String campaign, double orders, double sales) {
      double[] sum = campaigns.computeIfAbsent(campaign, fresh -> new double[2]);
      sum[0] += orders;
      sum[1] += sales;
    }

    double of(String campaign, double orders, double sales) {
      double[] sum = campaigns.getOrDefault(campaign, new double[2]);
      double around = (sum[1] + ORDER_VALUE_WEIGHT * account) / (sum[0] + ORDER_VALUE_WEIGHT);
      return (sales + ORDER_VALUE_WEIGHT * around) / (orders + ORDER_VALUE_WEIGHT);
    }
  }
}
