package dev.spendlight.driver;

import dev.spendlight.metric.Metric;
import java.util.List;
import java.util.Map;

/// Where a change sits: in few entities that carry most of it and more than their size would give,
/// or nowhere in particular.
///
/// Levels are tried from the widest on. An entity stands out when its contribution is beyond the
/// one it would have, had everything moved alike, by more than chance and the usual differences
/// between entities of its level allow ([Excess]). Of those, the smallest set is taken that carries
/// nearly all of the change; it is a place when it carries at least halfway from what its size
/// would give to all of it. Within a place the search goes on, as long as a narrower one carries
/// nearly all of it; a place that is one of the finest entities is told as that one too.
///
/// Everything follows from the contributions of [Decomposition]: what is said of a place is exact.
/// That it stands out is a judgement by a normal approximation from two periods, for reading a
/// change; whether entities fell beyond chance, day by day, is tested in `scan`.
///
/// Example: three campaigns of equal size, ACOS 28% to 34%, of which the first makes +5.7 points:
/// 95% of the change in a third of the account.
///
/// Source: the share of a change against the share of the size as in Adtributor (Bhagwan et al.
/// 2014, NSDI); what is expected of each part as the ripple effect of Squeeze (Li et al. 2019,
/// ISSRE).
///
/// @param places widest first, each within the one before; none unless located
public record Localisation(Verdict verdict, List<Place> places) {
  /// How it is with the change.
  public enum Verdict {
    LOCATED,
    /// Nothing carries so much more than its size that it could be named.
    SPREAD,
    /// The change is what is left of larger moves in both directions.
    OFFSETTING,
    /// No change, or nothing to tell apart: one entity at every level.
    NONE
  }

  public Localisation {
    places = List.copyOf(places);
  }

  /// @param metric one of [Decomposition#METRICS]
  /// @param before the finest entities that are told
  /// @param days by which the sums of both periods were divided, of two numbers the smaller; 1
  ///   where they were not. Shares are the same for any; chance is larger the fewer events there
  ///   were.
  /// @param paths for each of their ids the ids of what it lies in, widest first, itself last; all
  ///   of the same length
  public static Localisation of(
      Metric metric,
      PeriodSums before,
      PeriodSums after,
      int days,
      Map<String, List<String>> paths) {
    return PlaceSearch.of(metric, before, after, days, paths)
        .map(PlaceSearch::run)
        .orElse(new Localisation(Verdict.NONE, List.of()));
  }
}
