package dev.spendlight.simulator;

import dev.spendlight.simulator.Incident.BidTooHigh;
import dev.spendlight.simulator.Incident.Bleeding;
import dev.spendlight.simulator.Incident.BudgetExhausted;
import dev.spendlight.simulator.Incident.CpcInflation;
import dev.spendlight.simulator.Incident.ExpensiveCampaign;
import dev.spendlight.simulator.Incident.GoodLaunch;
import dev.spendlight.simulator.Incident.MissingDay;
import dev.spendlight.simulator.Incident.WastedSearchTerms;
import dev.spendlight.simulator.Incident.ZeroConversion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// An incident at its place.
///
/// @param campaign index, or -1 for the whole account
/// @param targets indices of the targets it covers
/// @param term index of the search term within its one target
record Planted(
    Incident incident,
    Optional<LocalDate> onset,
    int campaign,
    List<Integer> targets,
    Optional<Integer> term) {
  private static final int RAMP_DAYS = 4;

  boolean active(LocalDate day) {
    return onset.isEmpty() || !day.isBefore(onset.get());
  }

  /// On the conversion rate of its targets.
  double conversion(LocalDate day) {
    if (!active(day)) {
      return 1;
    }
    return switch (incident) {
      case ZeroConversion zero -> zero.conversion();
      case Bleeding bleeding -> bleeding.conversion();
      case GoodLaunch launch -> launch.conversion();
      case BidTooHigh bid -> 1;
      case ExpensiveCampaign expensive -> 1;
      case WastedSearchTerms wasted -> 1;
      case CpcInflation inflation -> 1;
      case BudgetExhausted budget -> 1;
      case MissingDay missing -> 1;
    };
  }

  /// On the price of a click of its targets.
  double price(LocalDate day) {
    return incident instanceof CpcInflation(double full, var daysAgo) && active(day)
        ? 1 + (full - 1) * ramp(day)
        : bid(day);
  }

  /// On the bid of its targets.
  double bid(LocalDate day) {
    return switch (incident) {
      case BidTooHigh high when active(day) -> high.price();
      case ExpensiveCampaign expensive when active(day) -> expensive.price();
      default -> 1;
    };
  }

  private double ramp(LocalDate day) {
    long since =
        onset.map(first -> ChronoUnit.DAYS.between(first, day) + 1).orElse((long) RAMP_DAYS);
    return Math.min(1, (double) since / RAMP_DAYS);
  }
}
