package dev.spendlight.simulator;

/// A factor around 1 that wanders from day to day: a first-order autoregression, and below it a
/// random walk.
final class Drift {
  private final double memory;
  private final double shock;
  private final double step;
  private double deviation;
  private double walk;

  /// @param memory share of yesterday's deviation that is left today
  /// @param shock standard deviation of what is new each day, in logarithms
  /// @param step the same of the random walk
  Drift(double memory, double shock, double step) {
    this.memory = memory;
    this.shock = shock;
    this.step = step;
  }

  /// Today's factor.
  double next(Draws draws) {
    deviation = memory * deviation + draws.normal(shock);
    walk += draws.normal(step);
    return StrictMath.exp(deviation + walk);
  }
}
