package dev.spendlight.scan;

import dev.spendlight.statistics.BenjaminiHochberg;
import dev.spendlight.statistics.RobustStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.Erfc;

/// Finds the sets of which a positive level (a price, impressions, an order value) shifted, on the
/// logarithmic scale, against their own past and against what most others did.
///
/// For every day on which a shift may have begun, a set's log ratio of after to before is compared
/// with the median of all sets. How far such ratios scatter when nothing happens is learned from
/// the account's own past weeks, robustly (median absolute deviation), and for each set from its
/// own. The onset that stands out most counts; its normal tail is multiplied by the number of
/// really different windows, and held against all sets by Benjamini-Hochberg.
public final class ShiftScan {
  /// A log ratio, and its variance from counting alone.
  public record LogRatio(double value, double variance) {}

  /// Compares a set after a day with before.
  @FunctionalInterface
  public interface Measure {
    /// @param from first day before
    /// @param onset first day after
    /// @param end the day after the last one
    /// @return empty where there is too little to compare
    Optional<LogRatio> compare(int set, int from, int onset, int end);
  }

  /// How a level is scanned.
  ///
  /// @param up whether a rise is looked for, else a fall
  /// @param longest days back on which a shift may have begun
  /// @param past days before that it is compared with
  /// @param usualNoise standard deviation of weekly log ratios in an account without a past
  /// @param leastNoise below which no account is trusted
  public record Plan(boolean up, int longest, int past, double usualNoise, double leastNoise) {}

  /// @param onset counted in the history
  /// @param log natural logarithm of after over before, less what most sets did
  /// @param common what most sets did, likewise
  /// @param z in standard deviations, positive in the direction looked for
  /// @param pValue corrected for looking since when
  /// @param tested sets that could be compared
  public record Shift(
      int set,
      int onset,
      double log,
      double common,
      double z,
      double pValue,
      double adjusted,
      int tested) {

    /// After over before, less what most sets did, shrunk by its uncertainty.
    public double ratio() {
      return Math.exp(log * z * z / (z * z + 1));
    }
  }

  private static final double FALSE_DISCOVERY_RATE = 0.02;
  private static final int SHORTEST = 3;
  private static final int LEAST_PAST = 14;
  private static final int WEEK = 7;
  private static final double WINDOWS = 4;
  private static final int LEAST_SETS = 3;

  /// Few others say little of what is common: it is taken to be nothing as firmly as so many would.
  private static final double FEW_SETS = 1.5;

  private static final double USUAL_WEIGHT = 20;
  private static final double OWN_WEIGHT = 4;
  private static final double NORMAL_MAD = 1.4826;
  private static final double CUT = 5;

  private final int sets;
  private final int end;
  private final Measure measure;
  private final Plan plan;

  private ShiftScan(int sets, int end, Measure measure, Plan plan) {
    this.sets = sets;
    this.end = end;
    this.measure = measure;
    this.plan = plan;
  }

  /// @param end the day after the last one that counts
  /// @return those beyond chance, in no particular order
  public static List<Shift> shifts(int sets, int end, Measure measure, Plan plan) {
    return new ShiftScan(sets, end, measure, plan).run();
  }

  /// The move that most sets made together, against how such moves scattered before.
  ///
  /// @return the onset that stands out most in either direction; empty with fewer than three sets
  ///   or without a past
  public static Optional<Shift> common(int sets, int end, Measure measure, Plan plan) {
    return new ShiftScan(sets, end, measure, plan).common();
  }

  private Optional<Shift> common() {
    List<Double> past = new ArrayList<>();
    for (int onset = end - plan.longest() / 2 - WEEK; onset >= LEAST_PAST; onset -= WEEK) {
      past.add(Math.abs(compare(onset, onset + WEEK).common()));
    }
    if (past.isEmpty() || sets < LEAST_SETS) {
      return Optional.empty();
    }
    double noise = Math.max(pooled(past, List.of(0.0)), plan.leastNoise() * plan.leastNoise());
    Shift best = null;
    for (int onset = Math.max(LEAST_PAST, end - plan.longest()); onset <= end - SHORTEST; onset++) {
      double log = compare(onset, end).common();
      double z = Math.abs(log) / Math.sqrt(noise * ofDays(end - onset));
      if (best == null || z > best.z()) {
        double pValue = Math.min(1, WINDOWS * Erfc.value(z / Math.sqrt(2)));
        best = new Shift(-1, onset, log, 0, z, pValue, pValue, 1);
      }
    }
    return Optional.ofNullable(best);
  }

  private List<Shift> run() {
    double[] variance = noise();
    List<Shift> best = new ArrayList<>();
    List<Comparisons> onsets = new ArrayList<>();
    for (int onset = Math.max(LEAST_PAST, end - plan.longest()); onset <= end - SHORTEST; onset++) {
      onsets.add(compare(onset, end));
    }
    for (int set = 0; set < sets; set++) {
      clearest(set, onsets, variance[set]).ifPresent(best::add);
    }
    BenjaminiHochberg tests =
        BenjaminiHochberg.of(
            FALSE_DISCOVERY_RATE, best.stream().mapToDouble(Shift::pValue).toArray());
    List<Shift> beyond = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      if (tests.isRejected(i)) {
        Shift each = best.get(i);
        beyond.add(
            new Shift(
                each.set(),
                each.onset(),
                each.log(),
                each.common(),
                each.z(),
                each.pValue(),
                tests.adjusted(i),
                best.size()));
      }
    }
    return List.copyOf(beyond);
  }

  private Optional<Shift> clearest(int set, List<Comparisons> onsets, double noise) {
    Shift best = null;
    for (Comparisons each : onsets) {
      if (each.isKnown(set)) {
        double common = each.commonWithout(set);
        double log = each.values()[set] - common;
        double spread = Math.sqrt(noise * ofDays(end - each.onset()) + each.variances()[set]);
        double z = (plan.up() ? log : -log) / spread;
        if (best == null || z > best.z()) {
          double tail = Erfc.value(z / Math.sqrt(2)) / 2;
          double pValue = Math.min(1, WINDOWS * tail);
          best = new Shift(set, each.onset(), log, common, z, pValue, pValue, 0);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /// Noise is learned from weeks; fewer days scatter more.
  private static double ofDays(int days) {
    return Math.max(1, (double) WEEK / days);
  }

  /// All sets at one onset.
  ///
  /// @param values the log ratio of each set, not a number where there is none
  /// @param sorted those that there are
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Comparisons(int onset, double[] values, double[] variances, double[] sorted) {

    boolean isKnown(int set) {
      return !Double.isNaN(values[set]);
    }

    /// The median of all sets; 0 where there are too few.
    double common() {
      return sorted.length >= LEAST_SETS ? RobustStatistics.median(sorted) : 0;
    }

    /// The median of the other sets, less the fewer they are.
    double commonWithout(int set) {
      int others = sorted.length - (isKnown(set) ? 1 : 0);
      if (others + 1 < LEAST_SETS) {
        return 0;
      }
      int at = isKnown(set) ? Arrays.binarySearch(sorted, values[set]) : sorted.length;
      double median = (without(at, (others - 1) / 2) + without(at, others / 2)) / 2;
      return median * others / (others + FEW_SETS);
    }

    /// The value at a place when the one at `at` is taken out.
    private double without(int at, int place) {
      return sorted[place < at ? place : place + 1];
    }
  }

  private Comparisons compare(int onset, int until) {
    int from = Math.max(0, onset - plan.past());
    double[] values = new double[sets];
    double[] variances = new double[sets];
    double[] sorted = new double[sets];
    int known = 0;
    for (int set = 0; set < sets; set++) {
      Optional<LogRatio> ratio = measure.compare(set, from, onset, until);
      values[set] = Double.NaN;
      if (ratio.isPresent()) {
        values[set] = ratio.get().value();
        variances[set] = ratio.get().variance();
        sorted[known++] = values[set];
      }
    }
    sorted = Arrays.copyOf(sorted, known);
    Arrays.sort(sorted);
    return new Comparisons(onset, values, variances, sorted);
  }

  /// The variance of weekly log ratios for each set, learned from weeks before those in question.
  private double[] noise() {
    List<List<Double>> own = new ArrayList<>();
    for (int set = 0; set < sets; set++) {
      own.add(new ArrayList<>());
    }
    List<Double> all = new ArrayList<>();
    List<Double> counting = new ArrayList<>();
    for (int onset = end - plan.longest() / 2 - WEEK; onset >= LEAST_PAST; onset -= WEEK) {
      Comparisons week = compare(onset, onset + WEEK);
      for (int set = 0; set < sets; set++) {
        if (week.isKnown(set)) {
          double difference = week.values()[set] - week.commonWithout(set);
          own.get(set).add(difference);
          all.add(Math.abs(difference));
          counting.add(week.variances()[set]);
        }
      }
    }
    double pooled = pooled(all, counting);
    double[] variance = new double[sets];
    for (int set = 0; set < sets; set++) {
      double cut = CUT * CUT * pooled;
      double sum = OWN_WEIGHT * pooled;
      for (double difference : own.get(set)) {
        sum += Math.min(cut, difference * difference);
      }
      variance[set] =
          Math.max(sum / (OWN_WEIGHT + own.get(set).size()), plan.leastNoise() * plan.leastNoise());
    }
    return variance;
  }

  private double pooled(List<Double> absolute, List<Double> counting) {
    double usual = plan.usualNoise() * plan.usualNoise();
    if (absolute.isEmpty()) {
      return usual;
    }
    double scale = NORMAL_MAD * RobustStatistics.median(array(absolute));
    double seen = Math.max(0, scale * scale - RobustStatistics.median(array(counting)));
    return (absolute.size() * seen + USUAL_WEIGHT * usual) / (absolute.size() + USUAL_WEIGHT);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
