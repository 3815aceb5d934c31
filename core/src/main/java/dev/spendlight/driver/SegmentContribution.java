package dev.spendlight.driver;

import dev.spendlight.metric.Metric;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The part of one segment in the change of a whole, in the metric's own unit.
///
/// @param key the segment's
/// @param contribution all contributions of a whole add up to its change
/// @param course whether it was there in both periods
/// @param split mix and rate, for a segment of a ratio with a denominator in both periods
/// @param factors of a ratio the rate, of a sum the contribution, once more taken apart without
///   remainder; empty where the metric has no factors or a factor cannot be told
/// @param <K> the type of the keys
public record SegmentContribution<K>(
    K key, double contribution, Course course, Optional<Split> split, List<Factor> factors) {

  public SegmentContribution {
    factors = List.copyOf(factors);
  }

  /// The part that one factor makes.
  public OptionalDouble factor(Metric metric) {
    return Factor.find(factors, metric);
  }

  /// Where a segment's denominator (the sales, for ACOS) stands; of a sum, whether it was there.
  public enum Course {
    /// A denominator in both periods, or nothing in either.
    CONTINUED,
    /// Nothing before.
    STARTED,
    /// Nothing after.
    STOPPED,
    /// In one period or both a numerator without a denominator: spend without sales.
    WITHOUT_DENOMINATOR
  }

  /// A contribution taken apart: `mix + rate` is the contribution.
  ///
  /// @param mix by being a larger or smaller part of the whole, at its own ratio
  /// @param rate by its own ratio having changed
  public record Split(double mix, double rate) {}
}
