package dev.spendlight.simulator;

import java.time.LocalDate;

/// A campaign as it really is.
///
/// @param start its first day
/// @param budget a day, account currency
record CampaignPlan(
    int index, String id, String name, CampaignRole role, LocalDate start, double budget) {

  CampaignPlan withStart(LocalDate value) {
    return new CampaignPlan(index, id, name, role, value, budget);
  }

  CampaignPlan withBudget(double value) {
    return new CampaignPlan(index, id, name, role, start, value);
  }
}
