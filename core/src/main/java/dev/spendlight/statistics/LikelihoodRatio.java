package dev.spendlight.statistics;

/// How much better a change explains a Poisson count than no change does, as a log likelihood
/// ratio: the measure by which a scan picks the most abnormal of several groups. It ranks; for a
/// probability use [GammaPoisson].
///
/// Source: Kulldorff 1997, Communications in Statistics 26, 1481-1496.
public final class LikelihoodRatio {
  private LikelihoodRatio() {}

  /// `O ln(O / E) + E - O`: the count against its expectation, at least 0. Example: 6 where 24 are
  /// due, 9.682.
  ///
  /// @param observed at least 0
  /// @param expected greater than 0
  /// @throws IllegalArgumentException for an argument out of range
  public static double poisson(double observed, double expected) {
    Arguments.notNegative("A count", observed);
    Arguments.positive("An expectation", expected);
    return Math.max(0, observedTimesLog(observed, expected) + expected - observed);
  }

  /// Inside against outside: the same when the level of the whole is free, so that only a
  /// difference between the part and the rest counts, at least 0. Example: 6 of 160 where 24 of 178
  /// are due, 8.740.
  ///
  /// @param observed of the part, at least 0
  /// @param expected of the part, greater than 0
  /// @param totalObserved of the whole, at least `observed`
  /// @param totalExpected of the whole, greater than `expected`
  /// @throws IllegalArgumentException for an argument out of range
  public static double kulldorff(
      double observed, double expected, double totalObserved, double totalExpected) {
    Arguments.notNegative("A count", observed);
    Arguments.positive("An expectation", expected);
    double restObserved = Arguments.notNegative("The rest of the count", totalObserved - observed);
    double restExpected =
        Arguments.positive("The rest of the expectation", totalExpected - expected);
    return Math.max(
        0,
        observedTimesLog(observed, expected)
            + observedTimesLog(restObserved, restExpected)
            - observedTimesLog(totalObserved, totalExpected));
  }

  private static double observedTimesLog(double observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }
}
