package dev.spendlight.driver;

import dev.spendlight.statistics.RobustStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// One entity's contribution beyond what it would be, had all of the whole around it moved alike.
///
/// @param beyond contribution less expected
/// @param deviations `beyond` in standard deviations of chance; 0 where nothing can vary
record Excess(String id, Extent extent, double beyond, double deviations) {
  /// Fewer than these tell nothing of how much entities usually differ.
  private static final int LEAST_ENTITIES = 8;

  /// From the median of absolute deviations to a standard deviation, for normal ones.
  private static final double NORMAL = 1.4826;

  private static final double CHANCE_OF_ANY = 0.05;

  /// @param sign of the change: the furthest beyond in its direction comes first
  static Comparator<Excess> furthestFirst(double sign) {
    return Comparator.comparingDouble((Excess each) -> -sign * each.beyond())
        .thenComparing(Excess::id);
  }

  /// Of every entity of one level within a whole, in the order of the map.
  static List<Excess> of(Map<String, Extent> entities, Extent whole, Yardstick yardstick) {
    double numerators = entities.values().stream().mapToDouble(yardstick::numeratorVariance).sum();
    double denominators =
        entities.values().stream().mapToDouble(yardstick::denominatorVariance).sum();
    List<Excess> excesses = new ArrayList<>();
    entities.forEach((id, extent) -> {
      double beyond = yardstick.contribution(extent) - yardstick.expected(extent, whole);
      double variance =
          variance(extent.numeratorShare(whole), yardstick.numeratorVariance(extent), numerators)
              + variance(
                  extent.denominatorShare(whole),
                  yardstick.denominatorVariance(extent),
                  denominators);
      excesses.add(new Excess(id, extent, beyond, variance > 0 ? beyond / Math.sqrt(variance) : 0));
    });
    return excesses;
  }

  /// Of a part less its share of the whole, which the part is in too.
  private static double variance(double share, double own, double all) {
    return (1 - share) * (1 - share) * own + share * share * Math.max(0, all - own);
  }

  /// How much more than by chance the entities of a level differ, at least 1: what half of them do
  /// is usual. It is measured about their median, since what a few do moves the expected of all.
  static double spread(List<Excess> excesses) {
    if (excesses.size() < LEAST_ENTITIES) {
      return 1;
    }
    double[] deviations = excesses.stream().mapToDouble(Excess::deviations).toArray();
    return Math.max(1, NORMAL * RobustStatistics.mad(deviations));
  }

  /// Standard deviations that hardly any of so many entities reaches by chance, by the bound `P(Z >
  /// z) ≤ exp(-z² / 2)`: 3.5 for 26, 4.4 for 700.
  static double threshold(int entities) {
    return Math.sqrt(2 * Math.log(entities / (2 * CHANCE_OF_ANY)));
  }
}
