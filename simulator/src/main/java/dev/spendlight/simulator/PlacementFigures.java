package dev.spendlight.simulator;

/// What is expected of one placement of a campaign on a day, in account currency.
record PlacementFigures(double spend, double sales) {

  static PlacementFigures of(AccountPlan plan, SimulatedDay day, int campaign, int placement) {
    PlacementModel model = plan.shape().nature().placements();
    double[] factors = day.levers().placements(campaign);
    double spend = 0;
    double sales = 0;
    for (TargetPlan target : plan.targetsOf(campaign)) {
      spend += day.expectedSpend(target.index());
      sales += day.expectedSales(target.index());
    }
    double clicks = model.clicks(placement);
    return new PlacementFigures(
        spend * clicks * model.price(placement),
        sales
            * clicks
            * model.conversion(placement)
            * factors[placement]
            / model.meanConversion(factors));
  }
}
