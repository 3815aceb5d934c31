package dev.spendlight.simulator;

import java.util.List;

/// Where ads are shown: top of search is rare, clicked and bought from most, and dear.
final class PlacementModel {
  static final List<String> NAMES =
      List.of("Top of Search on-Amazon", "Other on-Amazon", "Detail Page on-Amazon", "Off Amazon");

  /// Of the impressions that are not clicked.
  static final double[] IMPRESSIONS = {0.10, 0.45, 0.42, 0.03};

  private static final double[] CLICKS = {0.42, 0.30, 0.26, 0.02};
  private static final double[] CONVERSIONS = {1.25, 0.90, 0.75, 0.60};

  static final PlacementModel ORDINARY =
      new PlacementModel(CLICKS, CONVERSIONS, new double[] {1, 1, 1, 1});

  private final double[] clicks;
  private final double[] running;
  private final double[] conversions;
  private final double[] prices;

  private PlacementModel(double[] clicks, double[] conversions, double[] prices) {
    this.clicks = clicks;
    this.running = Shares.running(clicks);
    this.conversions = relative(conversions, clicks);
    this.prices = relative(prices, clicks);
  }

  /// An account's own: what converts better is dearer, more or less.
  static PlacementModel drawn(Draws draws) {
    double[] shares = new double[CLICKS.length];
    double[] conversions = new double[CLICKS.length];
    double[] prices = new double[CLICKS.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = draws.logNormal(CLICKS[i], 0.25);
      conversions[i] = draws.logNormal(CONVERSIONS[i], 0.12);
      prices[i] = StrictMath.pow(conversions[i], draws.uniform(0.6, 1.0));
    }
    return new PlacementModel(Shares.normalised(shares), conversions, prices);
  }

  private static double[] relative(double[] values, double[] shares) {
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += shares[i] * values[i];
    }
    double[] relative = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      relative[i] = values[i] / mean;
    }
    return relative;
  }

  int draw(Draws draws) {
    return draws.index(running);
  }

  /// Of all clicks.
  double clicks(int placement) {
    return clicks[placement];
  }

  /// Relative to the target's own conversion rate; the mean over all clicks is 1.
  double conversion(int placement) {
    return conversions[placement];
  }

  /// Relative to the target's own price of a click; the mean over all clicks is 1.
  double price(int placement) {
    return prices[placement];
  }

  /// The mean conversion over all clicks, where something moves each placement's.
  double meanConversion(double[] factors) {
    double mean = 0;
    for (int i = 0; i < clicks.length; i++) {
      mean += clicks[i] * conversions[i] * factors[i];
    }
    return mean;
  }
}
