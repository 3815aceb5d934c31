package dev.spendlight.statistics;

import java.util.List;

/// What a unit's conversion rate is expected to be, judged by others like it, and who they are.
///
/// @param rate the expectation; its strength says how far units of the group differ, and how well
///   the group is known
/// @param group the start of the unit's path that names the group; empty for the whole account
/// @param units how many others with clicks there are in the group
/// @param clicks their clicks
/// @param orders their orders
public record ConversionPrior(
    Beta rate, List<String> group, int units, double clicks, long orders) {

  public ConversionPrior {
    group = List.copyOf(group);
  }

  /// Orders so far, as a negative binomial around `clicks` clicks at this rate, with a further
  /// relative standard deviation `sigma0` for changes from week to week. For counts that visible
  /// clicks are a fraction of; the exact [Beta#predictive] has no place for `sigma0`.
  ///
  /// The size is that of a gamma distribution with the mean and the variance of `rate`, widened by
  /// `sigma0`.
  ///
  /// @throws IllegalArgumentException for a negative argument
  public NegativeBinomial predictive(double clicks, double sigma0) {
    Arguments.notNegative("A number of clicks", clicks);
    Arguments.notNegative("A dispersion", sigma0);
    double mean = rate.mean();
    double relativeVariance = (1 - mean) / (mean * (rate.strength() + 1));
    return new NegativeBinomial(1 / (relativeVariance + sigma0 * sigma0), clicks * mean);
  }
}
