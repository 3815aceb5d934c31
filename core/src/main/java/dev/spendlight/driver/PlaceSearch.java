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
  /// Of the change, for the widest place.
  private static final double MOST = 0.5;

  /// Of what the place around it carries, for a narrower one; and where a set needs no more
  /// members.
  private static final double NEARLY_ALL = 0.8;

  private static final double BEYOND_SIZE = 0.25;

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
    double needed = MOST;
    Verdict verdict = Verdict.NONE;
    for (int level = 0; level < levels; level++) {
      Map<String, Extent> entities = entities(within, level);
      if (entities.size() < 2 || yardstick.contribution(whole) == 0) {
        continue;
      }
      Pick pick = pick(entities, whole, spreads[level], needed);
      verdict = pick.verdict();
      if (verdict == Verdict.OFFSETTING) {
        break;
      }
      if (verdict == Verdict.LOCATED) {
        Place place = place(level, pick);
        places.add(place);
        within = inside(within, place);
        whole = sum(pick.entities());
        needed = NEARLY_ALL;
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

  private Place place(int level, Pick pick) {
    Extent all = sum(pick.entities());
    return new Place(
        level,
        pick.entities().stream().map(Excess::id).toList(),
        yardstick.contribution(all) / yardstick.contribution(account),
        all.sizeBefore(account));
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

  /// Both in what it carries and in what nothing but itself explains. What starts or stops is as
  /// small as in the period without it.
  private boolean isBeyondSize(Extent part, Extent whole) {
    double change = yardstick.contribution(whole);
    double own = yardstick.contribution(part);
    double size = Math.min(part.sizeBefore(whole), part.sizeAfter(whole));
    double unexplained = (own - yardstick.expected(part, whole)) / change;
    return own / change - size >= BEYOND_SIZE
        && unexplained >= BEYOND_SIZE * (1 - part.size(whole));
  }
}
