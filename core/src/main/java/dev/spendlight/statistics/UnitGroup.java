package dev.spendlight.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Units with a common start of their paths: sums that a single unit, or a whole group within, can
/// be taken out of.
///
/// For each strength `κ` of [DispersionGrid] a unit of `n` clicks counts with `w = n (κ + 1) / (κ +
/// n)` clicks: its share of what is known about the mean, for beyond `κ` clicks a unit tells more
/// about itself and hardly more about the group (Kleinman 1973). So a brand term with a hundred
/// times the clicks of the others is one voice among many, unless the units agree anyway.
///
/// Likelihoods are computed when they are asked for, since few groups are: one thread at a time.
final class UnitGroup {
  private static final double[] NOT_YET = {};

  final List<String> path;

  /// From the account down to this group.
  final List<UnitGroup> chain;

  private final CountLikelihoods counts;
  private final CountTally tally;
  private final Map<String, UnitGroup> children = new LinkedHashMap<>();

  /// Of each unit that is in no group within, and says something about how units differ, the place
  /// of its counts.
  private int[] places = new int[4];

  private int placed;
  private final double[] weights = new double[DispersionGrid.STRENGTHS];
  private final double[] weighted = new double[DispersionGrid.STRENGTHS];
  private double[] likelihood = NOT_YET;
  private double[] ofStrength = NOT_YET;
  private double[] ofStrengthWithin = NOT_YET;
  private int units;
  private int groups;
  private int groupsOfSeveral;
  private double clicks;
  private long orders;

  private UnitGroup(
      List<String> path, List<UnitGroup> around, CountLikelihoods counts, CountTally tally) {
    this.path = path;
    this.counts = counts;
    this.tally = tally;
    List<UnitGroup> all = new ArrayList<>(around);
    all.add(this);
    this.chain = all;
  }

  /// The account as a tree of groups.
  static UnitGroup of(Iterable<ConversionUnit> units) {
    UnitGroup account =
        new UnitGroup(List.of(), List.of(), new CountLikelihoods(), new CountTally());
    for (ConversionUnit unit : units) {
      account.grow(unit.path()).add(unit);
    }
    account.gather();
    return account;
  }

  private UnitGroup grow(List<String> itsPath) {
    UnitGroup group = this;
    for (int depth = 0; depth < itsPath.size(); depth++) {
      UnitGroup child = group.children.get(itsPath.get(depth));
      if (child == null) {
        child = new UnitGroup(itsPath.subList(0, depth + 1), group.chain, counts, tally);
        group.children.put(itsPath.get(depth), child);
      }
      group = child;
    }
    return group;
  }

  /// The group within this one where a path ends that some unit has.
  UnitGroup within(List<String> itsPath) {
    UnitGroup group = this;
    for (String name : itsPath) {
      group = Objects.requireNonNull(group.children.get(name), name);
    }
    return group;
  }

  private void add(ConversionUnit unit) {
    if (unit.clicks() == 0) {
      return;
    }
    units++;
    clicks += unit.clicks();
    orders += unit.orders();
    for (int s = 0; s < weights.length; s++) {
      weights[s] += weight(unit, s);
    }
    for (int s = 0; s < weights.length && unit.orders() > 0; s++) {
      weighted[s] += weight(unit, s) * unit.orders() / unit.clicks();
    }
    // A single click says nothing about how units differ.
    if (whole(unit) > 1) {
      if (placed == places.length) {
        places = Arrays.copyOf(places, 2 * placed);
      }
      places[placed++] = counts.placeOf(whole(unit), unit.orders());
    }
  }

  /// Clicks as they count for the spread of units: to the nearest whole one, which changes nothing
  /// that matters and lets likelihoods be shared.
  private static double whole(ConversionUnit unit) {
    return Math.max((double) unit.orders(), Math.rint(unit.clicks()));
  }

  /// Adds up the groups within, once all units are there.
  private void gather() {
    for (UnitGroup child : children.values()) {
      child.gather();
      units += child.units;
      clicks += child.clicks;
      orders += child.orders;
      for (int s = 0; s < weights.length; s++) {
        weights[s] += child.weights[s];
        weighted[s] += child.weighted[s];
      }
      groups += child.units > 0 ? 1 : 0;
      groupsOfSeveral += child.units > 1 ? 1 : 0;
    }
  }

  /// The log likelihood of its units in every cell of the grid.
  private double[] likelihood() {
    if (likelihood.length == 0) {
      tally.prepare(counts.places());
      count();
      likelihood = tally.takeLikelihood(counts);
    }
    return likelihood;
  }

  private void count() {
    for (int i = 0; i < placed; i++) {
      tally.add(places[i]);
    }
    children.values().forEach(UnitGroup::count);
  }

  /// How well each strength explains its units, whatever their mean. A unit alone cannot differ
  /// from others.
  private double[] ofStrength() {
    if (ofStrength.length == 0) {
      ofStrength = new double[DispersionGrid.STRENGTHS];
      for (int s = 0; s < ofStrength.length && units > 1; s++) {
        ofStrength[s] = DispersionGrid.overAllMeans(likelihood(), s);
      }
    }
    return ofStrength;
  }

  private double[] ofStrengthWithin() {
    if (ofStrengthWithin.length == 0) {
      ofStrengthWithin = new double[DispersionGrid.STRENGTHS];
      for (UnitGroup child : children.values()) {
        double[] its = child.ofStrength();
        for (int s = 0; s < its.length; s++) {
          ofStrengthWithin[s] += its[s];
        }
      }
    }
    return ofStrengthWithin;
  }

  private static double weight(ConversionUnit unit, int s) {
    double strength = DispersionGrid.strength(s);
    return unit.clicks() * (strength + 1) / (strength + unit.clicks());
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
        : (ofStrengthWithin()[s] - own.ofStrength()[s]) * Math.min(1, (double) most / sisters);
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
        ? DispersionGrid.without(likelihood(), s, mean, whole(unit), unit.orders())
        : DispersionGrid.without(likelihood(), s, mean, 0, 0);
  }
}
