package dev.spendlight.simulator;

import java.time.LocalDate;
import java.util.Arrays;

/// What the seller has set on a day, as reports show it: status, bids, budgets.
final class Settings {
  private static final String ENABLED = "ENABLED";

  private final double[] bids;
  private final double[] budgets;
  private final String[] targets;
  private final String[] campaigns;

  private Settings(PlantedAccount account, LocalDate day) {
    AccountPlan plan = account.plan();
    this.bids = new double[plan.targets().size()];
    this.budgets = account.budgets(day);
    this.targets = new String[bids.length];
    this.campaigns = new String[budgets.length];
    Arrays.fill(bids, 1);
    Arrays.fill(targets, ENABLED);
    Arrays.fill(campaigns, ENABLED);
  }

  static Settings on(LocalDate day, PlantedAccount account) {
    Settings settings = new Settings(account, day);
    for (Effect effect : account.effects()) {
      settings.apply(effect, day);
    }
    return settings;
  }

  private void apply(Effect effect, LocalDate day) {
    switch (effect) {
      case Effect.OnTargets moved when moved.lever() == Effect.Lever.BID -> {
        double factor = moved.course().on(day);
        moved.targets().forEach(target -> bids[target] *= factor);
      }
      case Effect.CampaignStatus(int campaign, String status, LocalDate from, LocalDate to) -> {
        if (!day.isBefore(from) && !day.isAfter(to)) {
          campaigns[campaign] = status;
        }
      }
      case Effect.TargetStatus paused -> {
        if (!day.isBefore(paused.from())) {
          paused.targets().forEach(target -> targets[target] = paused.status());
        }
      }
      default -> {}
    }
  }

  /// On the bid that the target had at first.
  double bid(int target) {
    return bids[target];
  }

  /// Daily, in account currency.
  double budget(int campaign) {
    return budgets[campaign];
  }

  String ofTarget(int target) {
    return targets[target];
  }

  String ofCampaign(int campaign) {
    return campaigns[campaign];
  }
}
