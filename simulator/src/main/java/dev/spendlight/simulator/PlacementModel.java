package dev.spendlight.simulator;

import java.util.List;

/// Where ads are shown: top of search is rare, clicked and bought from most.
final class PlacementModel {
  static final List<String> NAMES =
      List.of("Top of Search on-Amazon", "Other on-Amazon", "Detail Page on-Amazon", "Off Amazon");

  /// Of the impressions that are not clicked.
  static final double[] IMPRESSIONS = {0.10, 0.45, 0.42, 0.03};

  private static final double[] CLICKS = {0.42, 0.30, 0.26, 0.02};
  private static final double[] CONVERSIONS = {1.25, 0.90, 0.75, 0.60};
  private static final double[] RUNNING = Shares.running(CLICKS);

  private PlacementModel() {}

  static int draw(Draws draws) {
    return draws.index(RUNNING);
  }

  /// Relative to the target's own conversion rate; the mean over all clicks is 1.
  static double conversion(int placement) {
    double mean = 0;
    for (int i = 0; i < CLICKS.length; i++) {
      mean += CLICKS[i] * CONVERSIONS[i];
    }
    return CONVERSIONS[placement] / mean;
  }
}
