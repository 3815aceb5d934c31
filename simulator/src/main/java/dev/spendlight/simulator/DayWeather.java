package dev.spendlight.simulator;

import java.time.LocalDate;

/// What moves the whole account, its campaigns and its products from day to day, incidents apart.
final class DayWeather {
  private static final int WEEKDAYS = 7;
  private static final double YEAR = 365.25;

  private final Draws draws;
  private final double[] trafficOfWeekday = new double[WEEKDAYS];
  private final double[] conversionOfWeekday = new double[WEEKDAYS];
  private final Noise noise;
  private final double phase;
  private final LocalDate last;
  private final double reference;
  private final Drift account;
  private final Drift[] campaigns;
  private final Drift[] prices;
  private final Drift[] products;

  private double accountToday = 1;
  private double seasonToday = 1;
  private int weekday;
  private final double[] campaignsToday;
  private final double[] pricesToday;
  private final double[] productsToday;

  DayWeather(AccountPlan plan, Draws draws) {
    this.draws = draws;
    this.noise = plan.shape().nature().noise();
    this.last = plan.shape().lastDay();
    this.account = new Drift(0.5, noise.accountShock(), 0);
    for (int i = 0; i < WEEKDAYS; i++) {
      trafficOfWeekday[i] = StrictMath.exp(draws.normal(noise.weekdayTraffic()));
      conversionOfWeekday[i] = StrictMath.exp(draws.normal(noise.weekdayConversion()));
    }
    this.phase = draws.uniform();
    // What an account spends in a week is what it spends at its end; an ordinary one's is the mean
    // of its year.
    this.reference = plan.shape().nature().isOrdinary() ? 1 : season(last);
    this.campaigns =
        drifts(plan.campaigns().size(), 0.5, noise.campaignShock(), noise.campaignWalk());
    this.prices = drifts(plan.campaigns().size(), 0.5, noise.priceShock(), noise.priceWalk());
    this.products =
        drifts(plan.products().size(), 0.4, noise.conversionShock(), noise.conversionWalk());
    this.campaignsToday = new double[campaigns.length];
    this.pricesToday = new double[prices.length];
    this.productsToday = new double[products.length];
  }

  void next(LocalDate day) {
    weekday = day.getDayOfWeek().getValue() - 1;
    seasonToday = season(day) / reference * trend(day);
    accountToday = account.next(draws);
    next(campaigns, campaignsToday);
    next(prices, pricesToday);
    next(products, productsToday);
  }

  private double season(LocalDate day) {
    return 1 + noise.season() * StrictMath.sin(2 * Math.PI * (day.toEpochDay() / YEAR + phase));
  }

  private double trend(LocalDate day) {
    return StrictMath.exp(noise.trend() * (day.toEpochDay() - last.toEpochDay()) / WEEKDAYS);
  }

  /// On impressions.
  double traffic(int campaign) {
    return trafficOfWeekday[weekday] * seasonToday * accountToday * campaignsToday[campaign];
  }

  /// On the price of a click.
  double price(int campaign) {
    return pricesToday[campaign];
  }

  /// On the conversion rate.
  double conversion(int product) {
    return conversionOfWeekday[weekday] * productsToday[product];
  }

  private void next(Drift[] drifts, double[] today) {
    for (int i = 0; i < drifts.length; i++) {
      today[i] = drifts[i].next(draws);
    }
  }

  private static Drift[] drifts(int count, double memory, double shock, double step) {
    Drift[] drifts = new Drift[count];
    for (int i = 0; i < count; i++) {
      drifts[i] = new Drift(memory, shock, step);
    }
    return drifts;
  }
}
