package dev.spendlight.simulator;

import dev.spendlight.report.EntityState;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The rows of one day in each report, as one pull shows them: the same clicks, added up by
/// different keys.
final class DayReport {
  private static final int PLACEMENTS = PlacementModel.NAMES.size();
  private static final double BID_OVER_PRICE = 1.3;

  private final SimulatedDay day;
  private final PlantedAccount account;
  private final AccountPlan plan;
  private final RowKeys keys;
  private final long age;
  private final Settings now;

  DayReport(SimulatedDay day, PlantedAccount account, RowKeys keys, LocalDate pulled) {
    this.day = day;
    this.account = account;
    this.plan = account.plan();
    this.keys = keys;
    this.age = ChronoUnit.DAYS.between(day.day(), pulled);
    this.now = Settings.on(pulled.minusDays(1), account);
  }

  List<ReportRow> rows(ReportKind kind) {
    return switch (kind) {
      case TARGETING -> collect(targeting(), keys.targets(), this::targetState);
      case CAMPAIGN -> collect(campaigns(), keys.campaigns(), c -> campaignState(c, now, false));
      case BUDGET -> {
        Settings then = Settings.on(day.day(), account);
        yield collect(campaigns(), keys.campaigns(), c -> campaignState(c, then, true));
      }
      case AD_GROUP -> collect(adGroups(), keys.adGroups(), any -> EntityState.UNKNOWN);
      case ADVERTISED_PRODUCT -> collect(ads(), keys.ads(), any -> EntityState.UNKNOWN);
      case PLACEMENT ->
          collect(placements(), keys.placements(), p -> campaignState(p / PLACEMENTS, now, false));
      case SEARCH_TERM -> collect(terms(), keys.terms(), any -> EntityState.UNKNOWN);
    };
  }

  private List<ReportRow> collect(
      Tally tally, List<RowKey> rowKeys, IntFunction<EntityState> state) {
    List<ReportRow> rows = new ArrayList<>();
    for (int i = 0; i < rowKeys.size(); i++) {
      if (tally.isActive(i)) {
        rows.add(new ReportRow(day.day(), day.day(), rowKeys.get(i), tally.of(i), state.apply(i)));
      }
    }
    return rows;
  }

  private Tally targeting() {
    Tally tally = tally(keys.targets().size());
    for (TargetPlan target : plan.targets()) {
      tally.impressions(target.index(), day.unclicked(target.index()));
    }
    ClickLog log = day.clicks();
    for (int i = 0; i < log.size(); i++) {
      tally.click(log.target(i), log, i, age);
    }
    return tally;
  }

  private Tally campaigns() {
    Tally tally = tally(keys.campaigns().size());
    for (TargetPlan target : plan.targets()) {
      tally.impressions(target.campaign(), day.unclicked(target.index()));
    }
    ClickLog log = day.clicks();
    for (int i = 0; i < log.size(); i++) {
      tally.click(plan.targets().get(log.target(i)).campaign(), log, i, age);
    }
    return tally;
  }

  private Tally adGroups() {
    Tally tally = tally(keys.adGroups().size());
    for (TargetPlan target : plan.targets()) {
      tally.impressions(target.adGroup(), day.unclicked(target.index()));
    }
    ClickLog log = day.clicks();
    for (int i = 0; i < log.size(); i++) {
      tally.click(plan.targets().get(log.target(i)).adGroup(), log, i, age);
    }
    return tally;
  }

  private Tally ads() {
    Tally tally = tally(keys.ads().size());
    int[] unclicked = new int[keys.adGroups().size()];
    for (TargetPlan target : plan.targets()) {
      unclicked[target.adGroup()] += day.unclicked(target.index());
    }
    for (AdGroupPlan group : plan.adGroups()) {
      spread(
          tally,
          keys.ad(group.index(), 0),
          unclicked[group.index()],
          AccountPlan.productShares(group.products().size()));
    }
    ClickLog log = day.clicks();
    for (int i = 0; i < log.size(); i++) {
      tally.click(
          keys.ad(plan.targets().get(log.target(i)).adGroup(), log.product(i)), log, i, age);
    }
    return tally;
  }

  private Tally placements() {
    Tally tally = tally(keys.placements().size());
    for (TargetPlan target : plan.targets()) {
      spread(
          tally,
          target.campaign() * PLACEMENTS,
          day.unclicked(target.index()),
          PlacementModel.IMPRESSIONS);
    }
    ClickLog log = day.clicks();
    for (int i = 0; i < log.size(); i++) {
      int campaign = plan.targets().get(log.target(i)).campaign();
      tally.click(campaign * PLACEMENTS + log.placement(i), log, i, age);
    }
    return tally;
  }

  /// Terms have rows only where they were clicked, so their impressions do not add up to the
  /// targets'.
  private Tally terms() {
    Tally tally = tally(keys.terms().size());
    ClickLog log = day.clicks();
    for (int i = 0; i < log.size(); i++) {
      if (!log.counts(i, age)) {
        continue;
      }
      int target = log.target(i);
      int row = keys.term(target, log.term(i));
      if (!tally.isActive(row)) {
        double share = plan.targets().get(target).terms().get(log.term(i)).share();
        tally.impressions(row, (long) (day.unclicked(target) * share));
      }
      tally.click(row, log, i, age);
    }
    return tally;
  }

  private Tally tally(int rows) {
    return new Tally(rows, plan.shape().coin());
  }

  /// Splits impressions by shares, to the last one.
  private static void spread(Tally tally, int firstRow, int impressions, double[] shares) {
    int left = impressions;
    for (int i = 1; i < shares.length; i++) {
      int part = (int) (impressions * shares[i]);
      tally.impressions(firstRow + i, part);
      left -= part;
    }
    tally.impressions(firstRow, left);
  }

  private EntityState targetState(int index) {
    TargetPlan target = plan.targets().get(index);
    long coins =
        Math.round(target.price() * now.bid(index) * BID_OVER_PRICE * 1e6 / plan.shape().coin());
    return new EntityState(
        now.ofTarget(index),
        Optional.of(coins * plan.shape().coin()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Campaign reports show the budget of the day they are pulled, budget reports that of the row's
  /// day.
  private EntityState campaignState(int index, Settings budgets, boolean withTime) {
    return new EntityState(
        now.ofCampaign(index),
        Optional.empty(),
        Optional.of(Math.round(budgets.budget(index) * 1e6)),
        withTime
            ? Optional.of(
                BigDecimal.valueOf(day.timeInBudget(index)).setScale(4, RoundingMode.HALF_EVEN))
            : Optional.empty(),
        Optional.of(plan.campaigns().get(index).start()));
  }
}
