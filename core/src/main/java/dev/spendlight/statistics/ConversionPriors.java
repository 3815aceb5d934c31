package dev.spendlight.statistics;

import java.util.List;

/// Expects of each unit what others like it do: empirical-Bayes priors for conversion rates.
///
/// An account's mean is a poor yardstick where own-brand terms convert ten times as well as generic
/// ones. So each unit is judged by its **nearest** group with enough evidence, from the deepest
/// group of its path up to the account: at least three other units with clicks, and eight orders,
/// seen or due at the account's rate. The answer names the group.
///
/// 1. *A unit never contributes to its own prior.* Everything below is computed without it: no
///    orders of its own can excuse it, and a p-value under its prior is an honest one.
/// 2. *Mean.* For each strength on the grid the group's mean is a weighted mean of its units' rates
///    ([UnitGroup]), drawn towards the mean of the rest of the group around it (the rest: a group
///    is no evidence about itself twice), and so on up to the account. The wider mean counts as one
///    and a half orders: sister groups differ by factors, so this matters only where a group has
///    few orders.
/// 3. *Strength.* How far units differ within the group: its strengths 5, 10, 20 ... 2560 are
///    weighted by the marginal (beta-binomial) likelihood of the group's units, and of those of its
///    sister groups around their own means (as loudly as at most five of them), times a broad prior
///    that decides alone when units are few.
/// 4. The result is the Beta distribution with the mean and variance of that mixture. The
///    uncertainty of the group's mean is part of the variance; so is the step to a wider group,
///    when a unit's own was too thin.
///
/// Consequence, tested by simulation: for units that are truly drawn from their group,
/// [Beta#probabilityOfNone] (no order at all) and the lower tail of [Beta#predictive] (so few
/// orders) hold their level. A group that mixes unlike units honestly gets a small strength: it
/// accuses nobody. Give such kinds groups of their own to regain the power.
///
/// Time is linear in the units: about a tenth of a microsecond each, and for a unit whose prior is
/// asked for some microseconds for each group beside its own that was not looked at before. One
/// thread at a time.
///
/// Source: Kleinman 1973, JASA 68, 46-54 (weights); Carlin and Louis, Bayes and Empirical Bayes
/// Methods for Data Analysis, chapter 3.
public final class ConversionPriors {
  private static final int LEAST_UNITS = 3;
  private static final double LEAST_ORDERS = 8;

  /// Of an account that nothing is known of: 0.08, worth one order.
  private static final double USUAL_RATE = 0.08;

  private static final double USUAL_RATE_ORDERS = 1;

  /// The mean of a wider group counts as this many orders; also 1 / the squared relative spread of
  /// sister groups.
  private static final double BETWEEN_ORDERS = 1.5;

  /// Sister groups say how far units differ, but never more loudly than this many of them.
  private static final int MOST_SISTERS = 5;

  private static final double LEAST_STRENGTH = 1;
  private static final int MIDDLE_STRENGTH = 3;

  private final UnitGroup account;

  private ConversionPriors(UnitGroup account) {
    this.account = account;
  }

  /// Priors of these units, each computed when it is asked for: most search terms have too few
  /// clicks to be judged.
  public static ConversionPriors among(List<ConversionUnit> units) {
    return new ConversionPriors(UnitGroup.of(units));
  }

  /// @param unit one of the units
  public ConversionPrior of(ConversionUnit unit) {
    return prior(unit, account.within(unit.path()).chain);
  }

  /// About the mean of [#of], at a small part of its cost: for deciding which units are worth it.
  /// It too is computed without the unit.
  ///
  /// @param unit one of the units
  public double roughRate(ConversionUnit unit) {
    List<UnitGroup> chain = account.within(unit.path()).chain;
    return mean(unit, chain, nearestSupported(unit, chain), MIDDLE_STRENGTH).value();
  }

  /// The prior of each unit, in the order of the units. A unit without clicks gets one too: for a
  /// new target, add it with 0 clicks. Units without any other around them get the mean 0.08 and a
  /// strength that claims little.
  public static List<ConversionPrior> estimate(List<ConversionUnit> units) {
    return units.stream().map(among(units)::of).toList();
  }

  private static ConversionPrior prior(ConversionUnit unit, List<UnitGroup> chain) {
    int depth = nearestSupported(unit, chain);
    UnitGroup group = chain.get(depth);
    double[] means = new double[DispersionGrid.STRENGTHS];
    double[] variances = new double[DispersionGrid.STRENGTHS];
    double[] logWeights = new double[DispersionGrid.STRENGTHS];
    double best = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < means.length; s++) {
      GroupMean mean = mean(unit, chain, depth, s);
      double m = mean.value();
      double strength = DispersionGrid.strength(s);
      means[s] = m;
      variances[s] = m * (1 - m) * (1 / (strength + 1) + 1 / (mean.clicks() + 1));
      logWeights[s] = DispersionGrid.logPrior(s, m) + group.likelihoodWithout(unit, s, m);
      if (depth > 0) {
        logWeights[s] += chain.get(depth - 1).sisterLikelihood(group, s, MOST_SISTERS);
      }
      best = Math.max(best, logWeights[s]);
    }
    double total = 0;
    double first = 0;
    double second = 0;
    for (int s = 0; s < means.length; s++) {
      double weight = Math.exp(logWeights[s] - best);
      total += weight;
      first += weight * means[s];
      second += weight * (variances[s] + means[s] * means[s]);
    }
    double mean = first / total;
    double variance = second / total - mean * mean;
    if (depth + 1 < chain.size()) {
      variance += mean * mean * betweenGroups(group, chain.get(depth + 1), unit);
    }
    double strength = Math.max(LEAST_STRENGTH, mean * (1 - mean) / variance - 1);
    return new ConversionPrior(
        Beta.of(mean, strength),
        group.path,
        group.unitsWithout(unit),
        group.clicksWithout(unit),
        group.ordersWithout(unit));
  }

  /// What the variance of a wider group lacks, relative to its squared mean, when the unit's own
  /// group within is too thin. `G` sister groups show only so much of the variance between groups,
  /// and of the mean: `2 / G` of it is missing. The more of them are single units, the less, for
  /// then the spread of units shows the spread of groups.
  private static double betweenGroups(UnitGroup group, UnitGroup own, ConversionUnit unit) {
    int sisters = group.groupsBeside(own);
    int units = group.unitsWithout(unit);
    double clustered = units == 0 ? 1 : Math.max(0, 1 - (double) sisters / units);
    return 2 * clustered / (Math.max(1, sisters) * BETWEEN_ORDERS);
  }

  private static int nearestSupported(ConversionUnit unit, List<UnitGroup> chain) {
    double usual = mean(unit, chain, 0, MIDDLE_STRENGTH).value();
    int depth = chain.size() - 1;
    while (depth > 0 && !isSupported(chain.get(depth), unit, usual)) {
      depth--;
    }
    return depth;
  }

  private static boolean isSupported(UnitGroup group, ConversionUnit unit, double usual) {
    double evidence =
        Math.max((double) group.ordersWithout(unit), group.clicksWithout(unit) * usual);
    return group.unitsWithout(unit) >= LEAST_UNITS && evidence >= LEAST_ORDERS;
  }

  /// A mean rate, and the clicks that it rests on.
  private record GroupMean(double value, double clicks) {}

  private static GroupMean mean(ConversionUnit unit, List<UnitGroup> chain, int depth, int s) {
    double rate = USUAL_RATE;
    double orders = USUAL_RATE_ORDERS;
    for (int d = 0; d < depth; d++) {
      UnitGroup around = chain.get(d);
      UnitGroup within = chain.get(d + 1);
      rate =
          (around.weightedWithout(within, s) + orders)
              / (around.weightWithout(within, s) + orders / rate);
      orders = BETWEEN_ORDERS;
    }
    UnitGroup group = chain.get(depth);
    double clicks = group.weightWithout(unit, s) + orders / rate;
    double value = (group.weightedWithout(unit, s) + orders) / clicks;
    // A group whose every click converts still leaves room for one that does not.
    return new GroupMean(Math.min(value, 0.98), clicks);
  }
}
