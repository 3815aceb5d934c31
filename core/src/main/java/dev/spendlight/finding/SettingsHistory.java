package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.finding.Driver.YourChange;
import dev.spendlight.finding.Driver.YourChange.Setting;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.metric.Money;
import dev.spendlight.report.EntityState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How an account's people set its campaigns and targets, pull by pull, and how far its budgets
/// reached, day by day.
///
/// @param targets states of each target by the pull that first told them
/// @param campaigns the same of campaigns
/// @param budgets states of each campaign by report-day
/// @param pulls all pulls that told of settings
record SettingsHistory(
    Map<String, NavigableMap<LocalDate, EntityState>> targets,
    Map<String, NavigableMap<LocalDate, EntityState>> campaigns,
    Map<String, NavigableMap<LocalDate, EntityState>> budgets,
    NavigableSet<LocalDate> pulls) {

  /// A change is seen by the first pull after it, and works within a day or two.
  private static final int SEEN_WITHIN = 2;

  /// Bids lowered this far, or a budget spent this early, leave fewer impressions.
  private static final double LOWERED = Math.log(0.8);

  private static final double LITTLE_TIME = 0.7;
  private static final double BUDGET_CUT = 0.6;

  /// A bid now; empty when no report tells.
  Optional<BigDecimal> bid(String targetId) {
    return last(targets.get(targetId)).flatMap(EntityState::bidMicros).map(Money::fromMicros);
  }

  /// A daily budget now: of the newest report-day, else of the newest pull.
  Optional<BigDecimal> budget(String campaignId) {
    return last(budgets.get(campaignId))
        .flatMap(EntityState::budgetMicros)
        .or(() -> last(campaigns.get(campaignId)).flatMap(EntityState::budgetMicros))
        .map(Money::fromMicros);
  }

  /// Whether a campaign may be shown, as far as the newest pull tells.
  boolean isOn(String campaignId) {
    return last(campaigns.get(campaignId)).map(SettingsHistory::isEnabled).orElse(true);
  }

  private static boolean isEnabled(EntityState state) {
    return state.status().isEmpty() || state.status().equals("ENABLED");
  }

  private static Optional<EntityState> last(@Nullable NavigableMap<LocalDate, EntityState> states) {
    return states == null || states.isEmpty()
        ? Optional.empty()
        : Optional.of(states.lastEntry().getValue());
  }

  /// The share of each day in which a campaign's budget was not yet spent.
  OptionalDouble timeInBudget(String campaignId, LocalDate day) {
    EntityState state = budgets.getOrDefault(campaignId, new TreeMap<>()).get(day);
    return state == null || state.timeInBudget().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(state.timeInBudget().get().doubleValue());
  }

  /// The mean logarithmic rise of some targets' bids since a day, weighted by spend; 0 where no
  /// pull tells the bids before it.
  double bidRise(AccountHistory history, int[] units, int onset) {
    double weights = 0;
    double logs = 0;
    for (int unit : units) {
      double spend = 0;
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        spend += history.day(row) >= onset ? history.spend(row) : 0;
      }
      weights += spend;
      logs += spend * bidRise(history.units().get(unit).id(), history.date(onset));
    }
    return weights > 0 ? logs / weights : 0;
  }

  /// Whether a pull tells what any of some targets was bid before a day.
  boolean tellsBids(AccountHistory history, int[] units, int onset) {
    return IntStream.of(units)
        .mapToObj(unit -> targets.get(history.units().get(unit).id()))
        .filter(Objects::nonNull)
        .map(states -> states.floorEntry(history.date(onset)))
        .filter(Objects::nonNull)
        .anyMatch(before -> before.getValue().bidMicros().isPresent());
  }

  private double bidRise(String targetId, LocalDate onset) {
    NavigableMap<LocalDate, EntityState> states = targets.get(targetId);
    if (states == null || states.size() < 2) {
      return 0;
    }
    Map.Entry<LocalDate, EntityState> before = states.floorEntry(onset);
    Optional<Long> from = before == null ? Optional.empty() : before.getValue().bidMicros();
    Optional<Long> to = states.lastEntry().getValue().bidMicros();
    return from.isPresent() && to.isPresent() && from.get() > 0 && to.get() > 0
        ? Math.log((double) to.get() / from.get())
        : 0;
  }

  /// Whether the account's own doing leaves a campaign with fewer impressions: it is off, its bids
  /// or its budget were cut, or its budget is spent early in the day.
  boolean explainsFewerImpressions(
      AccountHistory history, Entity campaign, int[] units, int onset) {
    return !isOn(campaign.id())
        || wasOff(campaign.id(), history.date(onset))
        || bidRise(history, units, onset) <= LOWERED
        || timeInBudget(history, campaign.id(), onset).orElse(1) < LITTLE_TIME
        || budgetCut(campaign.id(), history.date(onset));
  }

  private boolean wasOff(String campaignId, LocalDate onset) {
    return campaigns
        .getOrDefault(campaignId, new TreeMap<>())
        .tailMap(onset, true)
        .values()
        .stream()
        .anyMatch(state -> !isEnabled(state));
  }

  private boolean budgetCut(String campaignId, LocalDate onset) {
    NavigableMap<LocalDate, EntityState> days = budgets.get(campaignId);
    if (days == null || days.headMap(onset, false).isEmpty()) {
      return false;
    }
    Optional<Long> before = days.headMap(onset, false).lastEntry().getValue().budgetMicros();
    Optional<Long> now = days.lastEntry().getValue().budgetMicros();
    return before.isPresent() && now.isPresent() && now.get() < BUDGET_CUT * before.get();
  }

  /// The mean over the days since one, where a budget report tells.
  OptionalDouble timeInBudget(AccountHistory history, String campaignId, int onset) {
    double sum = 0;
    int known = 0;
    for (int day = onset; day < history.length(); day++) {
      OptionalDouble time = timeInBudget(campaignId, history.date(day));
      if (time.isPresent()) {
        sum += time.getAsDouble();
        known++;
      }
    }
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / known);
  }

  /// What was set otherwise at about a day: the campaign's status and budget, and the bids of its
  /// targets.
  List<YourChange> around(Entity.Campaign campaign, List<Entity.Keyword> some, LocalDate onset) {
    List<YourChange> changes = new ArrayList<>();
    changes(campaign, campaigns.get(campaign.id()), onset, changes);
    some.forEach(target -> changes(target, targets.get(target.id()), onset, changes));
    return List.copyOf(changes);
  }

  private void changes(
      Entity on,
      @Nullable NavigableMap<LocalDate, EntityState> states,
      LocalDate onset,
      List<YourChange> changes) {
    if (states == null) {
      return;
    }
    EntityState before = null;
    for (Map.Entry<LocalDate, EntityState> each : states.entrySet()) {
      LocalDate seen = each.getKey();
      if (before != null && mayHaveWorked(seen, onset)) {
        EntityState after = each.getValue();
        if (!after.status().equals(before.status())) {
          double from = isEnabled(before) ? 1 : 0;
          changes.add(new YourChange(on, Setting.STATUS, from, isEnabled(after) ? 1 : 0, seen));
        }
        number(on, Setting.BID, before.bidMicros(), after.bidMicros(), seen, changes);
        number(
            on, Setting.DAILY_BUDGET, before.budgetMicros(), after.budgetMicros(), seen, changes);
      }
      before = each.getValue();
    }
  }

  private static void number(
      Entity on,
      Setting what,
      Optional<Long> from,
      Optional<Long> to,
      LocalDate seen,
      List<YourChange> changes) {
    if (from.isPresent() && to.isPresent() && !from.equals(to)) {
      changes.add(
          new YourChange(
              on,
              what,
              Money.fromMicros(from.get()).doubleValue(),
              Money.fromMicros(to.get()).doubleValue(),
              seen));
    }
  }

  /// A change happened after the pull before the one that shows it.
  private boolean mayHaveWorked(LocalDate seen, LocalDate onset) {
    LocalDate before = pulls.lower(seen);
    LocalDate earliest = before == null ? seen : before;
    return !seen.isBefore(onset.minusDays(1)) && !earliest.isAfter(onset.plusDays(SEEN_WITHIN));
  }
}
