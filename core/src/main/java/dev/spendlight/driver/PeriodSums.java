package dev.spendlight.driver;

import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each entity did in one period, as a decomposition compares it.
///
/// @param entities by id; who is not among them did nothing
/// @param told which of the five sums the reports carry; the others are 0 here and mean nothing
public record PeriodSums(Map<String, Sums> entities, Set<Metric> told) {
  private static final List<Metric> SUMS =
      List.of(Metric.IMPRESSIONS, Metric.CLICKS, Metric.SPEND, Metric.ORDERS, Metric.SALES);

  public PeriodSums {
    entities = Map.copyOf(entities);
    told = Set.copyOf(told);
  }

  /// @param days by which sums are divided: the days that were delivered, where the two periods
  ///   differ in them; 1 where they do not
  /// @throws IllegalArgumentException unless `days` is at least 1
  public static PeriodSums of(Map<String, Metrics> entities, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("A period has at least one day, not " + days + ".");
    }
    Map<String, Sums> sums = HashMap.newHashMap(entities.size());
    Set<Metric> told = EnumSet.copyOf(SUMS);
    entities.forEach((id, metrics) -> {
      sums.put(id, Sums.told(metrics, days));
      told.removeIf(metric -> metrics.get(metric).isEmpty());
    });
    return new PeriodSums(sums, told);
  }

  Sums of(String id) {
    return entities.getOrDefault(id, Sums.ZERO);
  }
}
