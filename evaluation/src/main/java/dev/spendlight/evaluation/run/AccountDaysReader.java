package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.baseline.AccountDays;
import dev.spendlight.evaluation.baseline.AccountDays.CampaignDays;
import dev.spendlight.evaluation.baseline.AccountDays.TargetDays;
import dev.spendlight.evaluation.baseline.DayFigures;
import dev.spendlight.evaluation.baseline.Sums;
import dev.spendlight.evaluation.truth.Subject;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.Coverages;
import dev.spendlight.history.EntityRows;
import dev.spendlight.history.NameResolution;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Detail;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.StateAt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Reads the tables of the fixed rules from a store, as an account was known on a morning.
final class AccountDaysReader {
  private static final int DAYS = 60;
  private static final int WEEK = 7;
  private static final double MICROS = 1_000_000;

  private final PerformanceStore store;
  private final AccountView view;
  private final NameResolution names;
  private final DateRange window;
  private final List<Coverage> coverages;

  AccountDaysReader(PerformanceStore store, AccountView view) {
    this.store = store;
    this.view = view;
    this.names = new NameResolution(store.identities(view.account()));
    this.window = DateRange.ending(view.asOf().day(), DAYS);
    this.coverages =
        view.coverages(window).stream().filter(each -> each.grain() == Grain.DAILY).toList();
  }

  AccountDays read() {
    Map<RowKey, DayFigures> targets =
        days(EnumSet.of(ReportKind.TARGETING, ReportKind.SEARCH_TERM), Detail.TARGET);
    Map<RowKey, DayFigures> campaigns = days(EnumSet.allOf(ReportKind.class), Detail.CAMPAIGN);
    Map<String, Set<String>> targetIds = new HashMap<>();
    targets
        .keySet()
        .forEach(key ->
            targetIds
                .computeIfAbsent(key.campaignId(), fresh -> new HashSet<>())
                .add(key.targetId()));
    Map<String, List<EntityState>> states = budgets();
    return new AccountDays(
        told(view.settings().targetAcos()),
        told(view.settings().margin()),
        campaigns.entrySet().stream()
            .map(each -> campaign(each.getKey(), each.getValue(), targetIds, states))
            .toList(),
        targets.entrySet().stream()
            .map(each -> new TargetDays(target(each.getKey()), each.getValue()))
            .toList());
  }

  private static OptionalDouble told(Optional<BigDecimal> fraction) {
    return fraction
        .map(each -> OptionalDouble.of(each.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  private static Subject target(RowKey key) {
    return new Subject("keyword", key.targetId(), key.targeting());
  }

  private static CampaignDays campaign(
      RowKey key,
      DayFigures days,
      Map<String, Set<String>> targetIds,
      Map<String, List<EntityState>> states) {
    List<EntityState> week = states.getOrDefault(key.campaignId(), List.of());
    return new CampaignDays(
        new Subject("campaign", key.campaignId(), key.campaignName()),
        targetIds.getOrDefault(key.campaignId(), Set.of()),
        days,
        week.stream()
            .flatMap(each -> each.budgetMicros().stream())
            .mapToDouble(each -> each / MICROS)
            .average(),
        week.stream()
            .flatMap(each -> each.timeInBudget().stream())
            .mapToDouble(BigDecimal::doubleValue)
            .average());
  }

  /// By campaign, what each day of the last week says of its budget: the budget report where there
  /// is one, else the campaign report, which knows no time in budget.
  private Map<String, List<EntityState>> budgets() {
    DateRange week = DateRange.ending(view.asOf().day(), WEEK);
    Map<String, List<EntityState>> states = new HashMap<>();
    Coverages.best(coverages, EnumSet.of(ReportKind.BUDGET))
        .or(() -> Coverages.best(coverages, EnumSet.of(ReportKind.CAMPAIGN)))
        .ifPresent(coverage -> {
          for (StateAt each : store.dailyStates(view.account(), coverage.selection())) {
            if (week.contains(each.day())) {
              RowKey key = names.resolve(each.key(), DateRange.day(each.day())).key();
              states
                  .computeIfAbsent(key.campaignId(), fresh -> new ArrayList<>())
                  .add(each.state());
            }
          }
        });
    return states;
  }

  private Map<RowKey, DayFigures> days(Set<ReportKind> kinds, Detail detail) {
    Optional<Coverage> best = Coverages.best(coverages, kinds);
    if (best.isEmpty()) {
      return Map.of();
    }
    Coverage coverage = best.get();
    PerformanceTable table =
        store.read(view.account(), coverage.selection(), view.attribution(), detail, true);
    EntityRows rows = EntityRows.resolve(table, names, coverage.period(), true);
    List<Sums[]> sums = new ArrayList<>();
    for (int i = 0; i < rows.entities().size(); i++) {
      Sums[] days = new Sums[DAYS];
      Arrays.fill(days, Sums.ZERO);
      sums.add(days);
    }
    int first = Math.toIntExact(window.from().toEpochDay());
    for (int row = 0; row < table.rows(); row++) {
      Sums[] days = sums.get(rows.entityOf(row));
      int day = table.epochDay(row) - first;
      days[day] = days[day].plus(sums(table, row));
    }
    Map<RowKey, DayFigures> all = new HashMap<>();
    for (int i = 0; i < sums.size(); i++) {
      all.put(rows.entities().get(i), new DayFigures(Arrays.asList(sums.get(i))));
    }
    return all;
  }

  private static Sums sums(PerformanceTable table, int row) {
    return new Sums(
        table.impressions(row),
        table.clicks(row),
        table.spendMicros(row) / MICROS,
        table.salesMicros(row) / MICROS,
        table.orders(row));
  }
}
