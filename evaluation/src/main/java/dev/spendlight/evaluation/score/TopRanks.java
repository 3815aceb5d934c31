package dev.spendlight.evaluation.score;

import dev.spendlight.evaluation.truth.Truth;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// How well the first few claims are chosen.
///
/// @param claims of which so many stand among the first three
/// @param right and so many of those are right
/// @param findable truths, at most three an account
public record TopRanks(int claims, int right, int findable) {
  public static final TopRanks NONE = new TopRanks(0, 0, 0);

  private static final int TOP = 3;
  private static final int GAINS = 10;

  public static TopRanks of(Verdicts verdicts) {
    List<Verdict> first = verdicts.counted().stream().limit(TOP).toList();
    int right = (int) first.stream().filter(Verdict.Right.class::isInstance).count();
    return new TopRanks(
        first.size(), right, Math.min(TOP, verdicts.right().size() + verdicts.missed().size()));
  }

  public TopRanks plus(TopRanks other) {
    return new TopRanks(claims + other.claims, right + other.right, findable + other.findable);
  }

  public OptionalDouble precision() {
    return Counts.share(right, claims);
  }

  /// Of the truths, at most three an account, those that the first three claims found.
  public OptionalDouble recall() {
    return Counts.share(right, findable);
  }

  public OptionalDouble f1() {
    return Counts.share(2.0 * right, claims + findable);
  }

  /// Whether the first claim is right. Who claims nothing has missed.
  static boolean hit(Verdicts verdicts) {
    return verdicts.counted().stream()
        .findFirst()
        .filter(Verdict.Right.class::isInstance)
        .isPresent();
  }

  /// Normalised discounted cumulative gain of the first ten claims, where the gain of a claim is
  /// the weekly impact of the truth it found: 1 when the most expensive truths come first. Empty
  /// where no truth has an impact.
  static OptionalDouble gain(Verdicts verdicts) {
    List<Verdict> counted = verdicts.counted();
    double gain = 0;
    for (int rank = 0; rank < Math.min(GAINS, counted.size()); rank++) {
      if (counted.get(rank) instanceof Verdict.Right(var claim, Truth truth, var overlap)) {
        gain += discounted(truth.weeklyImpact(), rank);
      }
    }
    List<Double> impacts =
        Stream.concat(
                verdicts.right().stream().map(Verdict.Right::truth), verdicts.missed().stream())
            .map(Truth::weeklyImpact)
            .sorted(Comparator.reverseOrder())
            .limit(GAINS)
            .toList();
    double best = 0;
    for (int rank = 0; rank < impacts.size(); rank++) {
      best += discounted(impacts.get(rank), rank);
    }
    return Counts.share(gain, best);
  }

  private static double discounted(double gain, int rank) {
    return gain * Math.log(2) / Math.log(rank + 2.0);
  }
}
