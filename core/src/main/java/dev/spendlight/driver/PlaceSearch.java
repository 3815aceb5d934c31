package dev.spendlight.driver;

import dev.spendlight.driver.Localisation.Verdict;
import dev.spendlight.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The search of [Localisation], from the widest level to the narrowest; `n log n` in the number of
/// entities.
record PlaceSearch(Yardstick yardstick, List<PlaceSearch.Leaf> leaves, Extent account, int levels) {
  /// How far a place goes from what its size would give to all of the change: with a fifth of the
  /// whole it carries three fifths at least.
  private static final double HALFWAY = 0.5;

  /// What a narrower place carries of the one around it; and where a set needs no more members.
  private static final double NEARLY_ALL = 0.8;

  /// More than these are no place.
  private static final int MOST_NAMED = 5;

  /// What carries so many times the change is mostly offset by others.
  private static final double MOST_OFFSET = 2;

  /// One of the finest entities.
  record Leaf(List<String> path, Extent extent) {}

  /// What stands out at a level of a whole.
  private record Pick(Verdict verdict, List<Excess> entities) {
    static final Pick SPREAD = new Pick(Verdict.SPREAD, List.of());
  }

  static Optional<PlaceSearch> of(
      Metric metric,
      PeriodSums before,
      PeriodSums after,
      int days,
      Map<String, List<String>> paths) {
    // In the order of ids, so that sums are the same to the last digit however rows came.
    Set<String> ids = new TreeSet<>(before.entities().keySet());
    ids.addAll(after.entities().keySet());
    List<Leaf> leaves = new ArrayList<>();
    Extent account = Extent.NONE;
    List<Sums> all = new ArrayList<>();
    for (String id : ids) {
      Extent extent = extent(metric, before.of(id), after.of(id));
      leaves.add(new Leaf(paths.getOrDefault(id, List.of(id)), extent));
      account = account.plus(extent);
      all.addAll(List.of(before.of(id), after.of(id)));
    }
    Extent whole = account;
    int levels = leaves.stream().mapToInt(each -> each.path().size()).min().orElse(0);
    return Yardstick.of(metric, whole, all, days)
        .map(yardstick -> new PlaceSearch(yardstick, leaves, whole, levels));
  }

  private static Extent extent(Metric metric, Sums before, Sums after) {
    if (!Decomposition.isRatio(metric)) {
      return new Extent(before.get(metric), 0, after.get(metric), 0);
    }
    Metric numerator = RatioChange.numerator(metric);
    Metric denominator = RatioChange.denominator(metric);
    return new Extent(
        before.get(numerator),
        before.get(denominator),
        after.get(numerator),
        after.get(denominator));
  }

  Localisation run() {
    double[] spreads = new double[levels];
    Arrays.setAll(
        spreads, level -> Excess.spread(Excess.of(entities(leaves, level), account, yardstick)));
    List<Place> places = new ArrayList<>();
    List<Leaf> within = leaves;
    Extent whole = account;
    Verdict verdict = Verdict.NONE;
    for (int level = 0; level < levels && verdict != Verdict.OFFSETTING; level++) {
      Map<String, Extent> entities = entities(within, level);
      boolean isOneLeaf = !places.isEmpty() && entities.size() == 1 && level == levels - 1;
      if (isOneLeaf) {
        places.add(place(level, List.copyOf(entities.keySet()), whole));
      } else if (entities.size() > 1 && yardstick.contribution(whole) != 0) {
        Pick pick = pick(entities, whole, spreads[level], places.isEmpty() ? 0 : NEARLY_ALL);
        verdict = pick.verdict();
        if (verdict == Verdict.LOCATED) {
          whole = sum(pick.entities());
          Place place = place(level, pick.entities().stream().map(Excess::id).toList(), whole);
          places.add(place);
          within = inside(within, place);
        }
      }
    }
    return places.isEmpty()
        ? new Localisation(verdict, List.of())
        : new Localisation(Verdict.LOCATED, places);
  }

  private static Map<String, Extent> entities(List<Leaf> leaves, int level) {
    Map<String, Extent> entities = new TreeMap<>();
    leaves.forEach(leaf -> entities.merge(leaf.path().get(level), leaf.extent(), Extent::plus));
    return entities;
  }

  private static List<Leaf> inside(List<Leaf> leaves, Place place) {
    Set<String> ids = new HashSet<>(place.ids());
    return leaves.stream().filter(leaf -> ids.contains(leaf.path().get(place.level()))).toList();
  }

  private static Extent sum(List<Excess> entities) {
    return entities.stream().map(Excess::extent).reduce(Extent.NONE, Extent::plus);
  }

  private Place place(int level, List<String> ids, Extent extent) {
    return new Place(
        level,
        ids,
        yardstick.contribution(extent) / yardstick.contribution(account),
        extent.sizeBefore(account));
  }

  private Pick pick(Map<String, Extent> entities, Extent whole, double spread, double needed) {
    double change = yardstick.contribution(whole);
    double sign = Math.signum(change);
    double threshold = spread * Excess.threshold(entities.size());
    List<Excess> excesses = Excess.of(entities, whole, yardstick);
    List<Excess> standing =
        excesses.stream()
            .filter(each -> sign * each.deviations() >= threshold)
            .sorted(Excess.furthestFirst(sign))
            .toList();
    double against =
        excesses.stream()
            .filter(each -> -sign * each.deviations() >= threshold)
            .mapToDouble(each -> yardstick.contribution(each.extent()))
            .sum();
    List<Excess> named = new ArrayList<>();
    Extent all = Extent.NONE;
    for (Excess each : standing) {
      if (named.size() < MOST_NAMED && yardstick.contribution(all) / change < NEARLY_ALL) {
        named.add(each);
        all = all.plus(each.extent());
      }
    }
    double share = yardstick.contribution(all) / change;
    if (share > MOST_OFFSET || (named.isEmpty() && against / change < -1)) {
      return new Pick(Verdict.OFFSETTING, List.of());
    }
    return share >= needed && isBeyondSize(all, whole)
        ? new Pick(Verdict.LOCATED, named)
        : Pick.SPREAD;
  }

  /// Halfway both from its size and from what is expected of it. What starts or stops is as small
  /// as in the period without it.
  private boolean isBeyondSize(Extent part, Extent whole) {
    double share = yardstick.contribution(part) / yardstick.contribution(whole);
    double expected = yardstick.expected(part, whole) / yardstick.contribution(whole);
    double least = Math.min(part.sizeBefore(whole), part.sizeAfter(whole));
    return share >= least + HALFWAY * (1 - least) && share >= expected + HALFWAY * (1 - expected);
  }
}
