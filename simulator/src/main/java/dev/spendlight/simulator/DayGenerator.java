package dev.spendlight.simulator;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// Draws an account's days, one after the other from its first.
///
/// A target's impressions are negative binomial (r = 8) around what the plan, the weather and the
/// incidents say; clicks are Poisson around impressions and click rate; each click draws its term,
/// product, placement, price and order. When a campaign's demand is more than its budget, all its
/// figures are thinned alike, as if it had served part of the day.
final class DayGenerator implements Iterator<SimulatedDay> {
  private static final double DISPERSION = 8;
  private static final double TARGET_PRICE_NOISE = 0.10;
  private static final double CLICK_PRICE_NOISE = 0.22;
  private static final double PACING_NOISE = 0.05;

  private final PlantedAccount account;
  private final AccountPlan plan;
  private final RowKeys keys;
  private final List<TargetModel> models;
  private final Draws draws;
  private final DayWeather weather;
  private final double coins;
  private LocalDate next;

  DayGenerator(PlantedAccount account, RowKeys keys, Draws draws) {
    this.account = account;
    this.plan = account.plan();
    this.keys = keys;
    this.models = TargetModel.of(plan);
    this.draws = draws;
    this.weather = new DayWeather(plan, draws);
    this.coins = 1e6 / plan.shape().coin();
    this.next = plan.shape().period().from();
  }

  @Override
  public boolean hasNext() {
    return !next.isAfter(plan.shape().lastDay());
  }

  @Override
  public SimulatedDay next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The account ends on " + plan.shape().lastDay() + ".");
    }
    LocalDate day = next;
    next = day.plusDays(1);
    weather.next(day);
    SimulatedDay drawn = new SimulatedDay(day, account, keys);
    double[] conversions = account.conversions(day);
    double[] prices = account.prices(day);
    int at = 0;
    for (CampaignPlan campaign : plan.campaigns()) {
      int end = at + plan.targetsOf(campaign.index()).size();
      if (!day.isBefore(campaign.start())) {
        campaign(drawn, campaign.index(), at, end, conversions, prices);
      }
      at = end;
    }
    return drawn;
  }

  private void campaign(
      SimulatedDay day, int campaign, int from, int to, double[] conversions, double[] prices) {
    double traffic = weather.traffic(campaign);
    double[] shown = new double[to - from];
    double[] paid = new double[to - from];
    double demand = 0;
    double expectedDemand = 0;
    for (int i = from; i < to; i++) {
      TargetPlan target = models.get(i).plan();
      double price = target.price() * weather.price(campaign) * prices[i];
      paid[i - from] = price * StrictMath.exp(draws.normal(TARGET_PRICE_NOISE));
      shown[i - from] = target.impressions() * traffic * draws.gamma(DISPERSION) / DISPERSION;
      demand += shown[i - from] * target.clickRate() * paid[i - from];
      expectedDemand += target.impressions() * traffic * target.clickRate() * price;
    }
    double budget = day.budget(campaign);
    double served = served(budget, demand);
    double expectedServed = expectedDemand <= budget ? 1 : budget / expectedDemand;
    day.timeInBudget(campaign, served, expectedServed);
    for (int i = from; i < to; i++) {
      TargetModel model = models.get(i);
      double conversion =
          model.plan().conversion() * weather.conversion(model.mainProduct()) * conversions[i];
      double clicks =
          model.plan().impressions() * traffic * expectedServed * model.plan().clickRate();
      day.expect(
          i,
          clicks * model.plan().price() * weather.price(campaign) * prices[i],
          clicks * conversion * model.meanConversion() * model.orderValue());
      target(day, model, shown[i - from] * served, paid[i - from], conversion);
    }
  }

  /// The share of the day that the campaign can serve.
  private double served(double budget, double demand) {
    if (demand <= budget) {
      return 1;
    }
    return Math.min(1, budget / demand * StrictMath.exp(draws.normal(PACING_NOISE)));
  }

  private void target(
      SimulatedDay day, TargetModel model, double mean, double price, double conversion) {
    int impressions = draws.poisson(mean);
    int clicks = Math.min(impressions, draws.poisson(mean * model.plan().clickRate()));
    day.traffic(model.plan().index(), impressions, clicks);
    double anyOrder = OrderModel.anyWindow(conversion);
    for (int i = 0; i < clicks; i++) {
      int term = model.drawTerm(draws);
      int product = model.drawProduct(draws);
      int placement = PlacementModel.draw(draws);
      double cost =
          price
              * StrictMath.exp(
                  draws.normal(CLICK_PRICE_NOISE) - CLICK_PRICE_NOISE * CLICK_PRICE_NOISE / 2);
      day.clicks()
          .add(
              model.plan().index(),
              term,
              product,
              placement,
              (int) Math.max(1, Math.round(cost * coins)));
      if (draws.chance(anyOrder * model.conversion(term) * PlacementModel.conversion(placement))) {
        OrderModel.draw(day.clicks(), draws, model.priceInCoins(product));
      }
    }
  }
}
