package dev.spendlight.simulator;

import dev.spendlight.simulator.Effect.BudgetOfDemand;
import dev.spendlight.simulator.Effect.BudgetTimes;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// An account, what is wrong with it and what else happens in it.
///
/// @param effects of all incidents and decoys
record PlantedAccount(
    AccountPlan plan, List<Planted> planted, List<Staged> staged, List<Effect> effects) {

  PlantedAccount {
    planted = List.copyOf(planted);
    staged = List.copyOf(staged);
    effects = List.copyOf(effects);
  }

  PlantedAccount(AccountPlan plan, List<Planted> planted, List<Staged> staged) {
    this(
        plan,
        planted,
        staged,
        Stream.concat(
                planted.stream().flatMap(each -> each.effects().stream()),
                staged.stream().flatMap(each -> each.effects().stream()))
            .toList());
  }

  Levers levers(LocalDate day) {
    return Levers.on(day, plan, effects);
  }

  /// What the incidents alone do.
  Levers incidentLevers(LocalDate day) {
    return Levers.on(day, plan, planted.stream().flatMap(each -> each.effects().stream()).toList());
  }

  /// Every campaign's daily budget on that day, in account currency.
  double[] budgets(LocalDate day) {
    double[] budgets = plan.campaigns().stream().mapToDouble(CampaignPlan::budget).toArray();
    for (Effect effect : effects) {
      if (effect instanceof BudgetOfDemand(int campaign, double share, LocalDate from)
          && !day.isBefore(from)) {
        double demand = plan.targetsOf(campaign).stream().mapToDouble(TargetPlan::dailySpend).sum();
        double step = Math.max(1, Math.rint(plan.shape().dollar()));
        budgets[campaign] = Math.max(step, Math.rint(share * demand / step) * step);
      }
    }
    for (Effect effect : effects) {
      if (effect instanceof BudgetTimes(int campaign, double factor, LocalDate from)
          && !day.isBefore(from)) {
        budgets[campaign] = Math.max(1, Math.rint(budgets[campaign] * factor));
      }
    }
    return budgets;
  }

  /// Whether reports of that day ever arrive.
  boolean delivered(LocalDate day) {
    return effects.stream()
        .noneMatch(
            each -> each instanceof Effect.Undelivered(LocalDate missing) && missing.equals(day));
  }
}
