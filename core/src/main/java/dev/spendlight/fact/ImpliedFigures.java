package dev.spendlight.fact;

import dev.spendlight.account.Entity;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Driver;
import dev.spendlight.finding.Driver.YourChange;
import dev.spendlight.finding.Evidence;
import dev.spendlight.finding.Finding;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Figure.Nature;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Figures that a finding holds in its action, evidence and drivers and does not list itself: what
/// an answer cites has to be a fact, and these may be cited too.
final class ImpliedFigures {
  private final Finding finding;
  private final List<Figure> figures = new ArrayList<>();

  private ImpliedFigures(Finding finding) {
    this.finding = finding;
  }

  static List<Figure> of(Finding finding) {
    ImpliedFigures implied = new ImpliedFigures(finding);
    finding.action().ifPresent(implied::action);
    implied.evidence(finding.evidence());
    finding.drivers().forEach(implied::driver);
    return List.copyOf(implied.figures);
  }

  private void action(Action action) {
    switch (action) {
      case Action.SetBid bid -> {
        bid.from().ifPresent(from -> derived(bid.on(), Metric.BID, from, "its bid today"));
        derived(bid.on(), Metric.BID, bid.to(), "the bid to set");
      }
      case Action.ChangeBids bids ->
          derived(bids.on(), Metric.BID_CHANGE, bids.change(), "the change of bids to make");
      case Action.SetDailyBudget budget -> {
        derived(budget.on(), Metric.DAILY_BUDGET, budget.from(), "its daily budget today");
        derived(budget.on(), Metric.DAILY_BUDGET, budget.to(), "the daily budget to set");
      }
      case Action.Pause any -> {}
      case Action.AddNegativeExact any -> {}
      case Action.AddNegativeProduct any -> {}
      case Action.Inspect any -> {}
    }
  }

  private void evidence(Evidence evidence) {
    switch (evidence.metric()) {
      case ORDERS -> {
        if (finding.figures().stream().noneMatch(each -> each.metric() == Metric.EXPECTED_ORDERS)) {
          add(
              finding.entity(),
              Metric.EXPECTED_ORDERS,
              decimal(evidence.expected()),
              Nature.ESTIMATED,
              evidence.comparedWith());
        }
      }
      case IMPRESSIONS -> {
        add(
            finding.entity(),
            Metric.DAILY_IMPRESSIONS,
            decimal(evidence.observed()),
            Nature.DERIVED,
            "impressions over days");
        add(
            finding.entity(),
            Metric.DAILY_IMPRESSIONS,
            decimal(evidence.expected()),
            Nature.ESTIMATED,
            evidence.comparedWith());
      }
      default -> {}
    }
  }

  /// A change of the very thing that the finding is about; other things have no place in its text.
  private void driver(Driver driver) {
    if (driver instanceof YourChange change && change.on().equals(finding.entity())) {
      switch (change.what()) {
        case BID -> settings(change, Metric.BID);
        case DAILY_BUDGET -> settings(change, Metric.DAILY_BUDGET);
        case STATUS -> {}
      }
    }
  }

  private void settings(YourChange change, Metric metric) {
    derived(change.on(), metric, decimal(change.from()), "the setting before it was changed");
    derived(
        change.on(), metric, decimal(change.to()), "the setting as first seen " + change.seen());
  }

  /// Once for each value.
  private void derived(Entity entity, Metric metric, BigDecimal value, String origin) {
    if (finding.figures().stream().noneMatch(each -> states(each, entity, metric, value))
        && figures.stream().noneMatch(each -> states(each, entity, metric, value))) {
      add(entity, metric, value, Nature.DERIVED, origin);
    }
  }

  private static boolean states(Figure figure, Entity entity, Metric metric, BigDecimal value) {
    return figure.entity().equals(entity)
        && figure.metric() == metric
        && figure.value().compareTo(value) == 0;
  }

  private void add(Entity entity, Metric metric, BigDecimal value, Nature nature, String origin) {
    figures.add(new Figure(entity, metric, finding.window(), value, nature, origin));
  }

  private static BigDecimal decimal(double value) {
    return new BigDecimal(value, MathContext.DECIMAL32);
  }
}
