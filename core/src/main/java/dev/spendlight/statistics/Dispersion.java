package dev.spendlight.statistics;

import java.util.List;

/// How much more than Poisson an account's weeks vary: `sigma0`, the relative standard deviation of
/// its true rate.
///
/// By moments over baseline weeks with orders `O` and expectation `E`: `Var(O / E) - mean(1 / E)`.
/// Few weeks say little, so the usual value 0.10 counts as eight weeks. The result is kept between
/// 0.05 and 0.40: below, the test would trust an account to be better behaved than any is; above,
/// it would see nothing any more.
public final class Dispersion {
  /// Of an account without a history of its own.
  public static final double DEFAULT = 0.10;

  public static final double LEAST = 0.05;
  public static final double MOST = 0.40;

  private static final double PRIOR_WEEKS = 8;
  private static final double LEAST_EXPECTED = 10;

  private Dispersion() {}

  /// One week, or any other stretch of time, that nothing is known to have happened in.
  ///
  /// @param orders seen
  /// @param expected by the level of the baseline, day of week and lag taken into account
  public record Week(long orders, double expected) {
    /// @throws IllegalArgumentException for a negative number
    public Week {
      Arguments.notNegative("A number of orders", orders);
      Arguments.notNegative("An expectation", expected);
    }
  }

  /// Weeks with fewer than 10 orders due are left aside: they show Poisson noise only.
  ///
  /// @return `sigma0`, from [#LEAST] to [#MOST]; [#DEFAULT] for fewer than two weeks that count
  public static double learn(List<Week> weeks) {
    List<Week> used = weeks.stream().filter(week -> week.expected() >= LEAST_EXPECTED).toList();
    int n = used.size();
    if (n < 2) {
      return DEFAULT;
    }
    double mean = used.stream().mapToDouble(w -> w.orders() / w.expected()).sum() / n;
    double squares =
        used.stream().mapToDouble(w -> Math.pow(w.orders() / w.expected() - mean, 2)).sum();
    double poisson = used.stream().mapToDouble(w -> 1 / w.expected()).sum() / n;
    double seen = squares / (n - 1) - poisson;
    double variance = (n * seen + PRIOR_WEEKS * DEFAULT * DEFAULT) / (n + PRIOR_WEEKS);
    return Math.clamp(Math.sqrt(Math.max(variance, 0)), LEAST, MOST);
  }
}
