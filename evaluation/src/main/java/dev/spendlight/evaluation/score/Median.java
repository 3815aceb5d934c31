package dev.spendlight.evaluation.score;

import java.util.List;
import java.util.OptionalDouble;

/// The middle of some numbers.
public final class Median {
  private Median() {}

  /// Mean of the two middle ones where their number is even; empty without numbers.
  public static OptionalDouble of(List<? extends Number> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
  }
}
