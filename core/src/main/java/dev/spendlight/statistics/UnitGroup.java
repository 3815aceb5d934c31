package dev.spendlight.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Units with a common start of their paths: sums that a single unit, or a whole group within, can
/// be taken out of.
///
/// Built once and then only read. For each strength `κ` of [DispersionGrid] a unit of `n` clicks
/// counts with `w = n (κ + 1) / (κ + n)` clicks: its share of what is known about the mean, for
/// beyond `κ` clicks a unit tells more about itself and hardly more about the group (Kleinman
/// 1973). So a brand term with a hundred times the clicks of the others is one voice among many,
/// unless the units agree anyway.
final class UnitGroup {
  private static final double[] NO_EVIDENCE = new double[DispersionGrid.CELLS];
  private static final double FEW_CLICKS = 60;

  final List<String> path;
  private final Map<String, UnitGroup> children = new LinkedHashMap<>();
  private final double[] weights = new double[DispersionGrid.STRENGTHS];
  private final double[] weighted = new double[DispersionGrid.STRENGTHS];
  private final double[] likelihood = new double[DispersionGrid.CELLS];
  private final double[] ofStrength = new double[DispersionGrid.STRENGTHS];
  private final double[] ofStrengthWithin = new double[DispersionGrid.STRENGTHS];
  private int units;
  private int groups;
  private int groupsOfSeveral;
  private double clicks;
  private long orders;

  UnitGroup(List<String> path) {
    this.path = path;
  }

  /// The account as a tree of groups.
  static UnitGroup of(Iterable<ConversionUnit> units) {
    UnitGroup account = new UnitGroup(List.of());
    Map<Counts, double[]> known = new HashMap<>();
    for (ConversionUnit unit : units) {
      double[] cells = cells(unit, known);
      for (UnitGroup group : account.grow(unit.path())) {
        group.add(unit, cells);
      }
    }
    account.summarise();
    return account;
  }

  private record Counts(double clicks, long orders) {}

  /// The likelihood of a unit. Search terms are many and most have few clicks: the same few counts
  /// come up again and again.
  private static double[] cells(ConversionUnit unit, Map<Counts, double[]> known) {
    double clicks = whole(unit);
    // A single click says nothing about how units differ.
    if (clicks <= 1) {
      return NO_EVIDENCE;
    }
    return clicks <= FEW_CLICKS
        ? known.computeIfAbsent(
            new Counts(clicks, unit.orders()), counts -> cells(counts.clicks(), counts.orders()))
        : cells(clicks, unit.orders());
  }

  /// Clicks as they count for the spread of units: to the nearest whole one, which changes nothing
  /// that matters and lets likelihoods be shared.
  private static double whole(ConversionUnit unit) {
    return Math.max((double) unit.orders(), Math.rint(unit.clicks()));
  }

  private static double[] cells(double clicks, long orders) {
    double[] cells = new double[DispersionGrid.CELLS];
    DispersionGrid.add(cells, clicks, orders);
    return cells;
  }

  private List<UnitGroup> grow(List<String> path) {
    List<UnitGroup> chain = new ArrayList<>(List.of(this));
    for (int depth = 0; depth < path.size(); depth++) {
      List<String> start = path.subList(0, depth + 1);
      chain.add(
          chain.getLast().children.computeIfAbsent(path.get(depth), name -> new UnitGroup(start)));
    }
    return chain;
  }

  private void add(ConversionUnit unit, double[] cells) {
    if (unit.clicks() == 0) {
      return;
    }
    units++;
    clicks += unit.clicks();
    orders += unit.orders();
    for (int s = 0; s < weights.length; s++) {
      double weight = weight(unit, s);
      weights[s] += weight;
      weighted[s] += weight * unit.orders() / unit.clicks();
    }
    for (int i = 0; i < cells.length; i++) {
      likelihood[i] += cells[i];
    }
  }

  private void summarise() {
    for (UnitGroup child : children.values()) {
      child.summarise();
      groups += child.units > 0 ? 1 : 0;
      groupsOfSeveral += child.units > 1 ? 1 : 0;
      for (int s = 0; s < ofStrength.length; s++) {
        ofStrengthWithin[s] += child.ofStrength[s];
      }
    }
    // A unit alone cannot differ from others.
    if (units > 1) {
      for (int s = 0; s < ofStrength.length; s++) {
        ofStrength[s] = DispersionGrid.overAllMeans(likelihood, s);
      }
    }
  }

  private static double weight(ConversionUnit unit, int s) {
    double strength = DispersionGrid.strength(s);
    return unit.clicks() * (strength + 1) / (strength + unit.clicks());
  }

  /// From this group down to the deepest one on the path.
  List<UnitGroup> chain(List<String> path) {
    List<UnitGroup> chain = new ArrayList<>(List.of(this));
    for (String name : path) {
      chain.add(Objects.requireNonNull(chain.getLast().children.get(name), name));
    }
    return chain;
  }

  int unitsWithout(ConversionUnit unit) {
    return unit.clicks() > 0 ? units - 1 : units;
  }

  double clicksWithout(ConversionUnit unit) {
    return Math.max(0, clicks - unit.clicks());
  }

  long ordersWithout(ConversionUnit unit) {
    return orders - unit.orders();
  }

  /// Groups within this one that have clicks, apart from `own`.
  int groupsBeside(UnitGroup own) {
    return own.units > 0 ? groups - 1 : groups;
  }

  /// How well a strength explains the groups within this one apart from `own`, each around a mean
  /// of its own, as if there were at most `most` of them.
  double sisterLikelihood(UnitGroup own, int s, int most) {
    int sisters = groupsOfSeveral - (own.units > 1 ? 1 : 0);
    return sisters == 0
        ? 0
        : (ofStrengthWithin[s] - own.ofStrength[s]) * Math.min(1, (double) most / sisters);
  }

  /// Clicks that count for the mean at a strength, without one unit.
  double weightWithout(ConversionUnit unit, int s) {
    return unit.clicks() > 0 ? Math.max(0, weights[s] - weight(unit, s)) : weights[s];
  }

  /// Orders that count for the mean at a strength, without one unit.
  double weightedWithout(ConversionUnit unit, int s) {
    return unit.clicks() > 0
        ? Math.max(0, weighted[s] - weight(unit, s) * unit.orders() / unit.clicks())
        : weighted[s];
  }

  /// The same of this group without a whole group within.
  double weightWithout(UnitGroup child, int s) {
    return Math.max(0, weights[s] - child.weights[s]);
  }

  double weightedWithout(UnitGroup child, int s) {
    return Math.max(0, weighted[s] - child.weighted[s]);
  }

  /// How well a mean and a strength explain the group without one unit.
  double likelihoodWithout(ConversionUnit unit, int s, double mean) {
    return whole(unit) > 1
        ? DispersionGrid.without(likelihood, s, mean, whole(unit), unit.orders())
        : DispersionGrid.without(likelihood, s, mean, 0, 0);
  }
}
