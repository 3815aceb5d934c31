package dev.spendlight.evaluation.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;

/// Percentile bootstrap: how far a figure may lie from the truth because of the accounts that
/// happened to be drawn.
public final class Bootstrap {
  private static final int RESAMPLES = 1000;
  private static final double TAIL = 0.025;
  private static final long SEED = 20_260_101;

  private Bootstrap() {}

  /// 95% of the resamples lie in it.
  public record Interval(double low, double high) {}

  /// Draws as many samples as there are, with replacement, a thousand times. The same samples give
  /// the same interval. Empty for fewer than two samples, and where the figure is mostly undefined.
  public static <T> Optional<Interval> interval(
      List<T> samples, Function<List<T>, OptionalDouble> figure) {
    if (samples.size() < 2) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] figures = new double[RESAMPLES];
    int defined = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      List<T> drawn = new ArrayList<>(samples.size());
      for (int j = 0; j < samples.size(); j++) {
        drawn.add(samples.get(random.nextInt(samples.size())));
      }
      OptionalDouble value = figure.apply(drawn);
      if (value.isPresent()) {
        figures[defined++] = value.getAsDouble();
      }
    }
    if (defined < RESAMPLES / 2) {
      return Optional.empty();
    }
    double[] sorted = Arrays.copyOf(figures, defined);
    Arrays.sort(sorted);
    return Optional.of(new Interval(at(sorted, TAIL), at(sorted, 1 - TAIL)));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
