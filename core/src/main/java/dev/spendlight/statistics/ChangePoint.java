package dev.spendlight.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/// When a daily count last changed its level, and how sure that is: Bayesian online change-point
/// detection.
///
/// Each day's count is Poisson with mean `θ · expected`. The level `θ` is gamma distributed with
/// shape and rate 8 (mean 1, a third either way is usual) and holds until a change, which comes
/// each day with probability 1/60. For every day the probability that the present run began on it
/// is carried along exactly. The expectation holds whatever is known already: clicks, usual
/// conversion rate, day of week, completeness, the market.
///
/// Example: `changes.lowered(14, 0.75)` is the probability that the level changed within the last
/// 14 days and is now below three quarters of the expectation: raise a finding above a threshold
/// chosen for false alarms.
///
/// Time and memory: a few operations per pair of days; 90 days cost about a millisecond.
///
/// Source: Adams and MacKay 2007, arXiv:0710.3742, with the run's first day inside the run.
public final class ChangePoint {
  private static final double HAZARD = 1.0 / 60;
  private static final double PRIOR = 8;

  private final double[] begins;
  private final double[] shapes;
  private final double[] rates;

  private ChangePoint(double[] begins, double[] shapes, double[] rates) {
    this.begins = begins;
    this.shapes = shapes;
    this.rates = rates;
  }

  /// One day: what was counted and what was due. A day that is not known belongs in the list with
  /// an expectation of 0 and a count of 0: it tells nothing.
  public record Day(long observed, double expected) {
    /// @throws IllegalArgumentException for a negative number, or a count where nothing is due
    public Day {
      Arguments.notNegative("A count", observed);
      Arguments.notNegative("An expectation", expected);
      if (expected == 0 && observed > 0) {
        throw new IllegalArgumentException(
            "A day on which nothing is due has no count, not " + observed + ".");
      }
    }
  }

  /// @param days one after another, the latest last, at least one
  /// @throws IllegalArgumentException without days
  public static ChangePoint of(List<Day> days) {
    int n = days.size();
    if (n == 0) {
      throw new IllegalArgumentException("A change needs days to be seen in.");
    }
    double[] logs = new double[n];
    double[] shapes = new double[n];
    double[] rates = new double[n];
    Arrays.fill(shapes, PRIOR);
    Arrays.fill(rates, PRIOR);
    for (int t = 0; t < n; t++) {
      Day day = days.get(t);
      // The weights add up to one after each day, so a new run has the hazard's share of it.
      for (int start = 0; start < t; start++) {
        logs[start] += Math.log1p(-HAZARD);
      }
      logs[t] = t == 0 ? 0 : Math.log(HAZARD);
      double largest = Double.NEGATIVE_INFINITY;
      for (int start = 0; start <= t; start++) {
        double mean = shapes[start] / rates[start] * day.expected();
        logs[start] += new NegativeBinomial(shapes[start], mean).logProbability(day.observed());
        shapes[start] += day.observed();
        rates[start] += day.expected();
        largest = Math.max(largest, logs[start]);
      }
      double sum = 0;
      for (int start = 0; start <= t; start++) {
        sum += Math.exp(logs[start] - largest);
      }
      double total = largest + Math.log(sum);
      for (int start = 0; start <= t; start++) {
        logs[start] -= total;
      }
    }
    return new ChangePoint(Arrays.stream(logs).map(Math::exp).toArray(), shapes, rates);
  }

  /// The probability that the present level began on this day. Day 0 means that no change was seen
  /// at all.
  ///
  /// @param day index in the list of days
  public double beganOn(int day) {
    return begins[day];
  }

  /// The present level as a multiple of the expectation, all possible changes weighed.
  public double level() {
    double level = 0;
    for (int start = 0; start < begins.length; start++) {
      level += begins[start] * shapes[start] / rates[start];
    }
    return level;
  }

  /// The probability that the level changed within the last `within` days and is now below
  /// `multiple`.
  ///
  /// @param within at least 1
  /// @param multiple of the expectation, greater than 0
  public double lowered(int within, double multiple) {
    double sum = 0;
    for (int start = first(within); start < begins.length; start++) {
      sum += begins[start] * below(start, multiple);
    }
    return sum;
  }

  /// The probability that the level changed within the last `within` days and is now above
  /// `multiple`.
  ///
  /// @param within at least 1
  /// @param multiple of the expectation, greater than 0
  public double raised(int within, double multiple) {
    double sum = 0;
    for (int start = first(within); start < begins.length; start++) {
      sum += begins[start] * RegularizedGamma.Q.value(shapes[start], rates[start] * multiple);
    }
    return sum;
  }

  /// The day on which a level below `multiple` most probably began, within the last `within` days;
  /// absent when such a change is less probable than not ([#lowered] below one half).
  ///
  /// @param within at least 1
  /// @param multiple of the expectation, greater than 0
  public OptionalInt loweredOn(int within, double multiple) {
    if (lowered(within, multiple) < 0.5) {
      return OptionalInt.empty();
    }
    int best = first(within);
    for (int start = best; start < begins.length; start++) {
      if (begins[start] * below(start, multiple) > begins[best] * below(best, multiple)) {
        best = start;
      }
    }
    return OptionalInt.of(best);
  }

  private int first(int within) {
    if (within < 1) {
      throw new IllegalArgumentException(
          "A change lies within at least 1 day, not " + within + ".");
    }
    return Math.max(1, begins.length - within);
  }

  private double below(int start, double multiple) {
    Arguments.positive("A multiple", multiple);
    return RegularizedGamma.P.value(shapes[start], rates[start] * multiple);
  }
}
