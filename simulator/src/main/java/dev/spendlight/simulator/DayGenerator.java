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
  private static final double CLICK_PRICE_NOISE = 0.22;
  private static final double SPIKE = 2.5;

  private final PlantedAccount account;
  private final AccountPlan plan;
  private final AccountNature nature;
  private final NamesOverTime keys;
  private final List<TargetModel> models;
  private final OrderModel orders;
  private final Draws draws;
  private final DayWeather weather;
  private final double priceBias;
  private final double coins;
  private LocalDate next;

  DayGenerator(PlantedAccount account, NamesOverTime keys, Draws draws) {
    this.account = account;
    this.plan = account.plan();
    this.nature = plan.shape().nature();
    this.keys = keys;
    this.models = TargetModel.of(plan);
    this.orders = new OrderModel(nature.orders());
    this.draws = draws;
    this.weather = new DayWeather(plan, draws);
    double spread = nature.noise().targetPrice();
    // The mean of a lognormal lies above its median; with ordinary noise that is half a percent.
    this.priceBias = nature.isOrdinary() ? 0 : spread * spread / 2;
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
    double[] budgets = account.budgets(day);
    double otherPrice = plan.meanPrice(drawn.levers());
    int at = 0;
    for (CampaignPlan campaign : plan.campaigns()) {
      int end = at + plan.targetsOf(campaign.index()).size();
      if (!day.isBefore(campaign.start())) {
        campaign(drawn, campaign.index(), at, end, budgets[campaign.index()], otherPrice);
      }
      at = end;
    }
    return drawn;
  }

  private void campaign(
      SimulatedDay day, int campaign, int from, int to, double budget, double otherPrice) {
    Levers levers = day.levers();
    double traffic = weather.traffic(campaign);
    double[] shown = new double[to - from];
    double[] paid = new double[to - from];
    double demand = 0;
    double expectedDemand = 0;
    for (int i = from; i < to; i++) {
      TargetPlan target = models.get(i).plan();
      double price = target.price() * weather.price(campaign) * levers.price(i);
      double impressions = target.impressions() * levers.demand(i);
      paid[i - from] =
          price * StrictMath.exp(draws.normal(nature.noise().targetPrice()) - priceBias);
      shown[i - from] = shown(impressions * traffic);
      demand += shown[i - from] * target.clickRate() * paid[i - from];
      expectedDemand += impressions * traffic * target.clickRate() * price;
    }
    double served = served(budget, demand);
    double expectedServed = expectedDemand <= budget ? 1 : budget / expectedDemand;
    day.timeInBudget(campaign, served, expectedServed);
    double placements = nature.placements().meanConversion(levers.placements(campaign));
    double kept = nature.orders().kept();
    for (int i = from; i < to; i++) {
      TargetModel model = models.get(i);
      double conversion =
          model.plan().conversion()
              * weather.conversion(model.mainProduct())
              * levers.conversion(i);
      double clicks =
          model.plan().impressions()
              * levers.demand(i)
              * traffic
              * expectedServed
              * model.plan().clickRate();
      double valid = 1 - nature.orders().invalid();
      day.expect(
          i,
          clicks * valid * model.plan().price() * weather.price(campaign) * levers.price(i),
          clicks
              * kept
              * conversion
              * model.meanConversion()
              * placements
              * model.orderValue(levers, otherPrice));
      target(day, model, shown[i - from] * served, paid[i - from], conversion);
    }
  }

  private double shown(double mean) {
    double dispersion = nature.noise().dispersion();
    double shown = mean * draws.gamma(dispersion) / dispersion;
    return nature.noise().spikes() > 0 && draws.chance(nature.noise().spikes())
        ? shown * draws.logNormal(SPIKE, 0.4)
        : shown;
  }

  /// The share of the day that the campaign can serve.
  private double served(double budget, double demand) {
    if (demand <= budget) {
      return 1;
    }
    return Math.min(1, budget / demand * StrictMath.exp(draws.normal(nature.noise().pacing())));
  }

  private void target(
      SimulatedDay day, TargetModel model, double mean, double price, double conversion) {
    int impressions = draws.poisson(mean);
    int clicks = Math.min(impressions, draws.poisson(mean * model.plan().clickRate()));
    day.traffic(model.plan().index(), impressions, clicks);
    double anyOrder = orders.anyWindow(conversion);
    double[] placementFactors = day.levers().placements(model.plan().campaign());
    for (int i = 0; i < clicks; i++) {
      int term = model.drawTerm(draws);
      int product = model.drawProduct(draws);
      int placement = nature.placements().draw(draws);
      double cost =
          price
              * nature.placements().price(placement)
              * StrictMath.exp(
                  draws.normal(CLICK_PRICE_NOISE) - CLICK_PRICE_NOISE * CLICK_PRICE_NOISE / 2);
      day.clicks()
          .add(
              model.plan().index(),
              term,
              product,
              placement,
              (int) Math.max(1, Math.round(cost * coins)));
      orders.mayBeInvalid(day.clicks(), draws);
      ProductPlan clicked = model.product(product);
      if (draws.chance(
          anyOrder
              * model.conversion(term)
              * nature.placements().conversion(placement)
              * placementFactors[placement]
              * day.levers().productConversion(clicked.index()))) {
        order(day, clicked);
      }
    }
  }

  private void order(SimulatedDay day, ProductPlan clicked) {
    double recorded = day.levers().recorded();
    if (recorded < 1 && !draws.chance(recorded)) {
      return;
    }
    double other = nature.orders().otherProducts();
    ProductPlan bought = other > 0 && draws.chance(other) ? draws.pick(plan.products()) : clicked;
    double price = bought.price() * day.levers().productValue(bought.index());
    orders.draw(day.clicks(), draws, price * coins);
  }
}
