package dev.spendlight.simulator;

import dev.spendlight.metric.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// What each planted incident costs in a week, from expected figures: no draw of a click or an
/// order enters.
final class TruthLedger {
  private static final double LEAST_OF_SALES = 0.2;

  private final PlantedAccount account;
  private final AccountPlan plan;
  private final List<TargetModel> models;
  private final Entities entities;
  private final double margin;
  private final double targetAcos;

  TruthLedger(PlantedAccount account, RowKeys names) {
    this.account = account;
    this.plan = account.plan();
    this.models = TargetModel.of(plan);
    this.entities = new Entities(plan, names);
    this.margin = plan.shape().margin().doubleValue();
    this.targetAcos = plan.shape().targetAcos().doubleValue();
  }

  /// @param week the last seven days
  List<Truth> truths(List<SimulatedDay> week) {
    return account.planted().stream().map(planted -> truth(planted, week)).toList();
  }

  private Truth truth(Planted planted, List<SimulatedDay> week) {
    double impact =
        week.stream()
            .filter(day -> planted.active(day.day()))
            .mapToDouble(day -> impact(planted, day))
            .sum();
    return new Truth(
        planted.incident(),
        entities.at(planted.place()),
        planted.onset(),
        new Money(
            BigDecimal.valueOf(Math.max(0, impact)).setScale(2, RoundingMode.HALF_EVEN),
            plan.shape().marketplace().currency()),
        planted.targets().stream().map(target -> plan.targets().get(target).id()).toList());
  }

  private double impact(Planted planted, SimulatedDay day) {
    double spend = planted.targets().stream().mapToDouble(day::expectedSpend).sum();
    double sales = planted.targets().stream().mapToDouble(day::expectedSales).sum();
    return switch (planted.incident()) {
      case Incident.ZeroConversion zero -> spend;
      case Incident.WastedSearchTerms wasted -> spend * share(planted);
      case Incident.BidTooHigh bid -> spend - targetAcos * sales;
      case Incident.ExpensiveCampaign expensive -> spend - targetAcos * sales;
      case Incident.Bleeding bleeding -> lost(sales, bleeding.conversion());
      case Incident.ConversionCollapse collapse ->
          lost(ofProduct(planted, day), collapse.conversion());
      case Incident.OrderValueDrop drop -> lost(ofProduct(planted, day), drop.value());
      case Incident.CpcInflation inflation -> spend * (1 - 1 / reached(planted, day));
      case Incident.BudgetExhausted budget -> missed(planted, day, spend, sales);
      case Incident.DemandOutgrown grown -> missed(planted, day, spend, sales);
      case Incident.ImpressionDrop drop -> {
        double gone = 1 / drop.impressions() - 1;
        double lost = margin * sales * gone;
        yield Math.max(lost - spend * gone, LEAST_OF_SALES * lost);
      }
      case Incident.PlacementInefficient placement -> placement(planted, day);
      case Incident.GoodLaunch launch -> margin * sales * (1 - 1 / launch.conversion());
      case Incident.BadLaunch launch -> lost(sales, launch.conversion());
      case Incident.TrackingBroken broken -> margin * sales * (1 - broken.recorded());
      case Incident.MarketShift shift -> {
        double moved = shift.demand() * shift.conversion();
        yield margin * sales * Math.abs(1 / moved - 1);
      }
      case Incident.MissingDay missing -> 0;
    };
  }

  /// What more sales there would be without a factor on them, times the margin.
  private double lost(double sales, double factor) {
    return margin * sales * (1 / factor - 1);
  }

  private double missed(Planted planted, SimulatedDay day, double spend, double sales) {
    int campaign = plan.targets().get(planted.targets().getFirst()).campaign();
    double more = 1 / day.expectedInBudget(campaign) - 1;
    return Math.max(more * (margin * sales - spend), LEAST_OF_SALES * more * margin * sales);
  }

  /// Of the sales of its targets, those that come of clicks on its product.
  private double ofProduct(Planted planted, SimulatedDay day) {
    if (!(planted.place() instanceof Place.OfProduct(int product))) {
      throw new IllegalStateException("Not of a product: " + planted.place());
    }
    double otherPrice = plan.meanPrice(day.levers());
    double sales = 0;
    for (TargetModel model : models) {
      double part = model.orderValueOf(product, day.levers(), otherPrice);
      if (part > 0) {
        sales +=
            day.expectedSales(model.plan().index())
                * part
                / model.orderValue(day.levers(), otherPrice);
      }
    }
    return sales;
  }

  private double placement(Planted planted, SimulatedDay day) {
    if (!(planted.place() instanceof Place.OfPlacement(int campaign, int placement))) {
      throw new IllegalStateException("Not of a placement: " + planted.place());
    }
    PlacementFigures figures = PlacementFigures.of(plan, day, campaign, placement);
    return figures.spend() - targetAcos * figures.sales();
  }

  /// How far a ramp has come that day.
  private double reached(Planted planted, SimulatedDay day) {
    return planted.effects().stream()
        .filter(Effect.OnTargets.class::isInstance)
        .mapToDouble(effect -> ((Effect.OnTargets) effect).course().on(day.day()))
        .findFirst()
        .orElseThrow();
  }

  private double share(Planted planted) {
    if (!(planted.place() instanceof Place.OfTerm(int target, int term))) {
      throw new IllegalStateException("Not of a search term: " + planted.place());
    }
    return plan.targets().get(target).terms().get(term).share();
  }
}
