package dev.spendlight.simulator;

import dev.spendlight.simulator.Incident.BudgetExhausted;
import dev.spendlight.simulator.Incident.MissingDay;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// An account and what is wrong with it, day by day.
record PlantedAccount(AccountPlan plan, List<Planted> planted) {

  PlantedAccount {
    planted = List.copyOf(planted);
  }

  /// Factors on every target's conversion rate.
  double[] conversions(LocalDate day) {
    return factors(each -> each.conversion(day));
  }

  /// Factors on every target's price of a click.
  double[] prices(LocalDate day) {
    return factors(each -> each.price(day));
  }

  /// Factors on every target's bid.
  double[] bids(LocalDate day) {
    return factors(each -> each.bid(day));
  }

  /// The campaign's daily budget on that day, in account currency.
  double budget(int campaign, LocalDate day) {
    for (Planted each : planted) {
      if (each.campaign() == campaign
          && each.active(day)
          && each.incident() instanceof BudgetExhausted(double ofDemand, var daysAgo)) {
        double demand = plan.targetsOf(campaign).stream().mapToDouble(TargetPlan::dailySpend).sum();
        double step = Math.max(1, Math.rint(plan.shape().dollar()));
        return Math.max(step, Math.rint(ofDemand * demand / step) * step);
      }
    }
    return plan.campaigns().get(campaign).budget();
  }

  /// Whether reports of that day ever arrive.
  boolean delivered(LocalDate day) {
    return planted.stream()
        .noneMatch(each ->
            each.incident() instanceof MissingDay && each.onset().filter(day::equals).isPresent());
  }

  private double[] factors(ToDoubleFunction<Planted> of) {
    double[] factors = new double[plan.targets().size()];
    Arrays.fill(factors, 1);
    for (Planted each : planted) {
      double factor = of.applyAsDouble(each);
      if (factor != 1) {
        for (int target : each.targets()) {
          factors[target] *= factor;
        }
      }
    }
    return factors;
  }
}
