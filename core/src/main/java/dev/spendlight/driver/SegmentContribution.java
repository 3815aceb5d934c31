package dev.spendlight.driver;

import java.util.List;
import java.util.Optional;

/// The part of one segment in the change of a whole's ratio, in the ratio's own unit.
///
/// @param key the segment's
/// @param contribution all contributions of a whole add up to its change
/// @param course whether it was there in both periods
/// @param split mix and rate, for a segment with a denominator in both periods
/// @param <K> the type of the keys
public record SegmentContribution<K>(
    K key, double contribution, Course course, Optional<Split> split) {

  /// Where a segment's denominator (the sales, for ACOS) stands.
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
  /// @param factors for ACOS, the rate once more taken apart into cost per click, conversion rate
  ///   and order value; empty for other ratios, or when a factor is 0
  public record Split(double mix, double rate, List<Factor> factors) {
    public Split {
      factors = List.copyOf(factors);
    }
  }
}
