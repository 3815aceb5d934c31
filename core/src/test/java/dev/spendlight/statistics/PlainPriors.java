package dev.spendlight.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogBeta;

/// [ConversionPriors] in the plainest way: for each unit everything is computed anew from the
/// others, one after the other. For comparison; it takes milliseconds a unit.
final class PlainPriors {
  private static final int STRENGTHS = 10;
  private static final int MEANS = 25;
  private static final double STEP = Math.log(1.35);
  private static final double LOWEST = Math.log(0.0005);

  private final List<ConversionUnit> others;
  private final List<String> path;

  private PlainPriors(List<ConversionUnit> others, List<String> path) {
    this.others = others;
    this.path = path;
  }

  static ConversionPrior of(int chosen, List<ConversionUnit> units) {
    List<ConversionUnit> others = new ArrayList<>(units);
    List<String> path = others.remove(chosen).path();
    others.removeIf(each -> each.clicks() == 0);
    return new PlainPriors(others, path).prior();
  }

  private ConversionPrior prior() {
    double usual = mean(0, 3)[0];
    int depth = path.size();
    while (depth > 0 && !isSupported(within(depth), usual)) {
      depth--;
    }
    List<ConversionUnit> group = within(depth);
    double[] logWeights = new double[STRENGTHS];
    double best = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < STRENGTHS; s++) {
      double mean = mean(depth, s)[0];
      double z = (Math.log(mean * strength(s)) - Math.log(4)) / 0.9;
      logWeights[s] = -0.5 * z * z + likelihood(group, s, mean) + sisters(depth, s);
      best = Math.max(best, logWeights[s]);
    }
    double total = 0;
    double first = 0;
    double second = 0;
    for (int s = 0; s < STRENGTHS; s++) {
      double[] mean = mean(depth, s);
      double m = mean[0];
      double weight = Math.exp(logWeights[s] - best);
      double variance = m * (1 - m) * (1 / (strength(s) + 1) + 1 / (mean[1] + 1));
      total += weight;
      first += weight * m;
      second += weight * (variance + m * m);
    }
    double mean = first / total;
    double variance = second / total - mean * mean;
    if (depth < path.size()) {
      int groups = groupsBeside(depth).size();
      double clustered = group.isEmpty() ? 1 : Math.max(0, 1 - (double) groups / group.size());
      variance += mean * mean * 2 * clustered / (Math.max(1, groups) * 1.5);
    }
    double strength = Math.max(1, mean * (1 - mean) / variance - 1);
    return new ConversionPrior(
        Beta.of(mean, strength),
        path.subList(0, depth),
        group.size(),
        clicks(group),
        orders(group));
  }

  /// Units that share so many elements of the path.
  private List<ConversionUnit> within(int depth) {
    return others.stream()
        .filter(each -> each.path().size() >= depth)
        .filter(each -> each.path().subList(0, depth).equals(path.subList(0, depth)))
        .toList();
  }

  /// Groups within the one at this depth, apart from the unit's own.
  private Map<String, List<ConversionUnit>> groupsBeside(int depth) {
    Map<String, List<ConversionUnit>> groups = new HashMap<>();
    for (ConversionUnit each : within(depth)) {
      if (each.path().size() > depth && !each.path().get(depth).equals(path.get(depth))) {
        groups.computeIfAbsent(each.path().get(depth), name -> new ArrayList<>()).add(each);
      }
    }
    return groups;
  }

  private static boolean isSupported(List<ConversionUnit> group, double usual) {
    return group.size() >= 3 && Math.max((double) orders(group), clicks(group) * usual) >= 8;
  }

  /// The mean of a group, and the clicks it rests on.
  private double[] mean(int depth, int s) {
    double rate = 0.08;
    double worth = 1;
    double clicks = 0;
    for (int d = 0; d <= depth; d++) {
      List<ConversionUnit> units = new ArrayList<>(within(d));
      if (d < depth) {
        units.removeAll(within(d + 1));
      }
      clicks = worth / rate;
      double orders = worth;
      for (ConversionUnit each : units) {
        double weight = each.clicks() * (strength(s) + 1) / (strength(s) + each.clicks());
        clicks += weight;
        orders += weight * each.orders() / each.clicks();
      }
      rate = orders / clicks;
      worth = 1.5;
    }
    return new double[] {Math.min(rate, 0.98), clicks};
  }

  private double sisters(int depth, int s) {
    if (depth == 0) {
      return 0;
    }
    List<List<ConversionUnit>> sisters =
        groupsBeside(depth - 1).values().stream().filter(each -> each.size() > 1).toList();
    double sum = 0;
    for (List<ConversionUnit> each : sisters) {
      double[] grid = IntStream.range(0, MEANS).mapToDouble(m -> atGrid(each, s, m)).toArray();
      double largest = Arrays.stream(grid).max().orElseThrow();
      sum +=
          largest
              + Math.log(
                  Arrays.stream(grid).map(it -> Math.exp(it - largest)).average().orElseThrow());
    }
    return sisters.isEmpty() ? 0 : sum * Math.min(1, 5.0 / sisters.size());
  }

  private static double likelihood(List<ConversionUnit> units, int s, double mean) {
    double place = (Math.log(mean) - LOWEST) / STEP;
    int middle = Math.clamp(Math.round(place), 1, MEANS - 2);
    double before = atGrid(units, s, middle - 1);
    double at = atGrid(units, s, middle);
    double after = atGrid(units, s, middle + 1);
    double centre = Math.exp(LOWEST + middle * STEP);
    double c = -(after - 2 * at + before) / (centre * (1.35 - 2 + 1 / 1.35));
    double b = (after - before + 2 * c * centre * Math.sinh(STEP)) / (2 * STEP);
    double t = (Math.clamp(place, 0.0, MEANS - 1.0) - middle) * STEP;
    return at + b * t - c * centre * Math.expm1(t);
  }

  private static double atGrid(List<ConversionUnit> units, int s, int m) {
    double alpha = strength(s) * Math.exp(LOWEST + m * STEP);
    double beta = strength(s) - alpha;
    double sum = 0;
    for (ConversionUnit each : units) {
      double clicks = Math.max((double) each.orders(), Math.rint(each.clicks()));
      if (clicks > 1) {
        sum +=
            LogBeta.value(alpha + each.orders(), beta + clicks - each.orders())
                - LogBeta.value(alpha, beta);
      }
    }
    return sum;
  }

  private static double strength(int s) {
    return 5.0 * (1 << s);
  }

  private static double clicks(List<ConversionUnit> units) {
    return units.stream().mapToDouble(ConversionUnit::clicks).sum();
  }

  private static long orders(List<ConversionUnit> units) {
    return units.stream().mapToLong(ConversionUnit::orders).sum();
  }
}
