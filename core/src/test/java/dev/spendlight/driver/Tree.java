package dev.spendlight.driver;

import dev.spendlight.metric.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// An account of two periods, target by target.
final class Tree {
  private static final Set<Metric> TOLD =
      EnumSet.of(Metric.IMPRESSIONS, Metric.CLICKS, Metric.SPEND, Metric.ORDERS, Metric.SALES);

  private final Map<String, Sums> before = new HashMap<>();
  private final Map<String, Sums> after = new HashMap<>();
  private final Map<String, List<String>> paths = new HashMap<>();
  private final List<String> order = new ArrayList<>();

  /// So many clicks at 1.00, of which a tenth become orders of 30.00.
  static Sums clicks(double clicks) {
    return new Sums(clicks * 100, clicks, clicks, clicks / 10, clicks * 3);
  }

  /// Another cost per click.
  static UnaryOperator<Sums> dearer(double factor) {
    return sums ->
        new Sums(
            sums.impressions(), sums.clicks(), sums.spend() * factor, sums.orders(), sums.sales());
  }

  /// Another conversion rate.
  static UnaryOperator<Sums> converting(double factor) {
    return sums ->
        new Sums(
            sums.impressions(),
            sums.clicks(),
            sums.spend(),
            sums.orders() * factor,
            sums.sales() * factor);
  }

  /// More or less of everything.
  static UnaryOperator<Sums> times(double factor) {
    return sums ->
        new Sums(
            sums.impressions() * factor,
            sums.clicks() * factor,
            sums.spend() * factor,
            sums.orders() * factor,
            sums.sales() * factor);
  }

  /// @param path the ids of what it lies in and its own, as `c1/c1:BROAD/g1/t1`
  Tree put(String path, Sums earlier, Sums later) {
    return put(List.of(path.split("/")), earlier, later);
  }

  Tree put(List<String> ids, Sums earlier, Sums later) {
    paths.put(ids.getLast(), ids);
    before.put(ids.getLast(), earlier);
    after.put(ids.getLast(), later);
    order.add(ids.getLast());
    return this;
  }

  Tree put(String path, Sums earlier, UnaryOperator<Sums> change) {
    return put(path, earlier, change.apply(earlier));
  }

  Tree only(String path, Sums sums, boolean later) {
    put(path, sums, sums);
    (later ? before : after).remove(order.getLast());
    return this;
  }

  Localisation locate(Metric metric) {
    return locate(metric, 1);
  }

  Localisation locate(Metric metric, int days) {
    return Localisation.of(
        metric, new PeriodSums(before, TOLD), new PeriodSums(after, TOLD), days, paths);
  }

  /// The same account, put in the other way round.
  Tree reversed() {
    Tree tree = new Tree();
    List<String> ids = new ArrayList<>(order);
    Collections.reverse(ids);
    ids.forEach(id ->
        tree.put(
            String.join("/", paths.getOrDefault(id, List.of())),
            before.getOrDefault(id, Sums.ZERO),
            after.getOrDefault(id, Sums.ZERO)));
    return tree;
  }

  /// The same change by the entities of one level.
  Decomposition decompose(Metric metric, int level) {
    return Decomposition.of(metric, grouped(before, level), grouped(after, level)).orElseThrow();
  }

  private PeriodSums grouped(Map<String, Sums> period, int level) {
    Map<String, Sums> sums = new HashMap<>();
    period.forEach(
        (id, each) -> sums.merge(paths.getOrDefault(id, List.of()).get(level), each, Sums::plus));
    return new PeriodSums(sums, TOLD);
  }
}
