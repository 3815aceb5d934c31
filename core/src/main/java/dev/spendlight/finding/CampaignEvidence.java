package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What is known of each campaign as a whole over some days, without those after something befell
/// it or a part of it.
///
/// @param window that its figures are of
/// @param onset since when its clicks cost what they cost by the account's own doing
/// @param maturedClicks clicks as far as their orders can be seen
/// @param cpc what its clicks cost at present
/// @param weeklySpend at present
/// @param windows how many windows it was looked at over
/// @param origin of its figures
record CampaignEvidence(
    Entity.Campaign campaign,
    DateRange window,
    Optional<LocalDate> onset,
    Metrics metrics,
    double maturedClicks,
    long maturedOrders,
    double cpc,
    double weeklySpend,
    int windows,
    String origin) {
  private static final int[] WINDOWS = {14, 30, CaseFile.DAYS};
  private static final int WEEK = 7;

  /// A cost per click of fewer clicks says little of the present one.
  private static final double LEAST_CLICKS = 20;

  long orders() {
    return metrics.orders().orElse(0L);
  }

  double sales() {
    return metrics.sales().map(Number::doubleValue).orElse(0.0);
  }

  /// What its clicks cost at present over what they bring.
  ///
  /// @return infinite without orders
  double presentAcos(double orderValue) {
    return maturedOrders == 0
        ? Double.POSITIVE_INFINITY
        : cpc * maturedClicks / (maturedOrders * orderValue);
  }

  /// Every campaign over each of the windows; by its days where a report tells them apart.
  static List<CampaignEvidence> of(CaseFile file, Tallies tallies) {
    return file.changes()
        .filter(changes -> changes.trackingBreak().isEmpty())
        .map(changes -> new Days(file, changes).all())
        .orElseGet(() -> ofTallies(tallies));
  }

  private static List<CampaignEvidence> ofTallies(Tallies tallies) {
    List<CampaignEvidence> all = new ArrayList<>();
    List<DateRange> windows = tallies.windows();
    for (DateRange window : windows) {
      double weeks = CaseFile.weeks(tallies, window);
      for (Tally tally : tallies.over(window)) {
        all.add(
            new CampaignEvidence(
                (Entity.Campaign) tally.entity(),
                window,
                Optional.empty(),
                tally.metrics(),
                tally.maturedClicks(),
                tally.maturedOrders(),
                tally.clicks() == 0 ? 0 : tally.spend() / tally.clicks(),
                tally.spend() / weeks,
                windows.size(),
                tallies.coverage().origin()));
      }
    }
    return List.copyOf(all);
  }

  /// Reads evidence from days.
  private static final class Days {
    private final Changes changes;
    private final AccountHistory history;
    private final int[] cutoff;
    private final Map<String, Integer> ownRise = new HashMap<>();

    Days(CaseFile file, Changes changes) {
      this.changes = changes;
      this.history = changes.history();
      this.cutoff = Cutoffs.of(changes, file.shifts());
      file.shifts().prices().stream()
          .filter(PriceShifts.Found::isOwnDoing)
          .forEach(each -> ownRise.put(each.campaign().id(), each.shift().onset()));
    }

    List<CampaignEvidence> all() {
      Grouping campaigns = changes.sets().campaigns();
      int[][] members = campaigns.members();
      int[] firsts =
          IntStream.of(WINDOWS)
              .map(days -> Math.max(0, history.length() - days))
              .distinct()
              .toArray();
      List<CampaignEvidence> all = new ArrayList<>();
      for (int campaign = 0; campaign < members.length; campaign++) {
        Entity.Campaign entity = (Entity.Campaign) campaigns.groups().get(campaign);
        Optional<Integer> rise = Optional.ofNullable(ownRise.get(entity.id()));
        // What is known to have changed is not searched for: the days that tell most, once.
        int[] starts = rise.isPresent() ? new int[] {firsts[firsts.length - 1]} : firsts;
        for (int first : starts) {
          evidence(entity, members[campaign], first, rise, starts.length).ifPresent(all::add);
        }
      }
      return List.copyOf(all);
    }

    private Optional<CampaignEvidence> evidence(
        Entity.Campaign campaign, int[] units, int first, Optional<Integer> rise, int windows) {
      OptionalInt end = IntStream.of(units).map(unit -> cutoff[unit]).max();
      if (end.isEmpty() || end.getAsInt() <= first) {
        return Optional.empty();
      }
      double maturedClicks = 0;
      long maturedOrders = 0;
      for (int unit : units) {
        for (int row = history.start(unit); row < history.start(unit + 1); row++) {
          int day = history.day(row);
          if (day >= first && day < cutoff[unit] && changes.orders().isJudged(day)) {
            maturedClicks += changes.orders().visibleClicks(row);
            maturedOrders += Math.max(0, history.orders(row));
          }
        }
      }
      int from = rise.orElse(first);
      return Optional.of(
          new CampaignEvidence(
              campaign,
              history.range(from, end.getAsInt() - 1),
              rise.map(history::date),
              metrics(units, from),
              maturedClicks,
              maturedOrders,
              cpc(units, first, rise.orElse(end.getAsInt() - WEEK)),
              changes.week(units, 0).spend(),
              windows,
              history.coverage().origin()));
    }

    private Metrics metrics(int[] units, int first) {
      return IntStream.of(units)
          .map(unit -> cutoff[unit])
          .distinct()
          .filter(end -> end > first)
          .mapToObj(end ->
              changes.metrics(
                  IntStream.of(units).filter(unit -> cutoff[unit] == end).toArray(),
                  first,
                  end - 1))
          .reduce(Metrics.ZERO, Metrics::plus);
    }

    /// Since a day; of the whole window where that holds few clicks.
    private double cpc(int[] units, int first, int since) {
      double[] late = costs(units, since);
      double[] sums = late[0] >= LEAST_CLICKS ? late : costs(units, first);
      return sums[0] > 0 ? sums[1] / sums[0] : 0;
    }

    private double[] costs(int[] units, int since) {
      double[] sums = new double[2];
      for (int unit : units) {
        for (int row = history.start(unit); row < history.start(unit + 1); row++) {
          if (history.day(row) >= since && history.day(row) < cutoff[unit]) {
            sums[0] += history.clicks(row);
            sums[1] += history.spend(row);
          }
        }
      }
      return sums;
    }
  }
}
