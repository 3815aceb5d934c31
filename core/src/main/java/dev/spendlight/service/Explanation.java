package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.Entity;
import dev.spendlight.driver.Decomposition;
import dev.spendlight.driver.SegmentContribution;
import dev.spendlight.history.Coverage;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why a metric of an account changed between two periods.
///
/// @param asOf the last day that counts
/// @param perDay whether sums were taken per delivered day, since the periods differ in them
/// @param decomposition absent when a ratio has no denominator in one of the periods
/// @param location where the change sits, at whatever level it can be named, however it is broken
///   down
/// @param entities of the breakdown by id, from both periods
/// @param caveats what a reader has to know, one sentence each
public record Explanation(
    AccountId account,
    LocalDate asOf,
    Optional<Currency> currency,
    Metric metric,
    Breakdown breakdown,
    Side before,
    Side after,
    boolean perDay,
    Optional<Decomposition> decomposition,
    ExplanationLocation location,
    Map<String, Entity> entities,
    List<String> caveats) {

  public Explanation {
    entities = Map.copyOf(entities);
    caveats = List.copyOf(caveats);
  }

  /// One of the two periods.
  ///
  /// @param coverage the report that answers, and for which days
  /// @param totals of all entities
  /// @param entities their sums by id
  public record Side(Coverage coverage, Metrics totals, Map<String, Metrics> entities) {
    public Side {
      entities = Map.copyOf(entities);
    }

    /// The sums of an entity; without a row in a delivered report nothing happened.
    public Metrics of(String id) {
      return entities.getOrDefault(id, nothing());
    }

    private Metrics nothing() {
      return new Metrics(
          totals.impressions().map(any -> 0L),
          totals.clicks().map(any -> 0L),
          totals.spend().map(any -> BigDecimal.ZERO),
          totals.sales().map(any -> BigDecimal.ZERO),
          totals.orders().map(any -> 0L),
          totals.units().map(any -> 0L));
    }

    /// Days by which sums per day are taken.
    public int delivered() {
      return coverage.pulls().size();
    }
  }

  /// A part with everything about its entity.
  public record Part(
      Entity entity, SegmentContribution<String> contribution, Metrics before, Metrics after) {}

  /// All parts, the largest first; none where nothing is decomposed.
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    decomposition.ifPresent(whole ->
        whole
            .parts()
            .forEach(each ->
                Optional.ofNullable(entities.get(each.key()))
                    .ifPresent(entity ->
                        parts.add(
                            new Part(entity, each, before.of(each.key()), after.of(each.key()))))));
    return parts;
  }
}
