package dev.spendlight.driver;

import dev.spendlight.metric.Metric;
import java.util.Collection;
import java.util.Optional;

/// What parts of one change are measured with: by the same formula as [RatioChange], and by the
/// difference for a sum, which is a ratio with the denominator 1.
///
/// - contribution `((n1 - n0) - R̄ (d1 - d0)) / D̄`
/// - expected, had all of the whole moved alike: `(p ΔN - R̄ q ΔD) / D̄`, with `p` and `q` the
///   part's shares of numerator and denominator in both periods together. Over the parts of a whole
///   it adds up to the whole's contribution, and for a common move (every `n1 = a n0`, `d1 = b d0`)
///   it is each part's contribution itself.
/// - variance, by chance alone: counts are Poisson (clicks that cost, orders that bring sales) and
///   sums wavering a little beyond that.
///
/// @param meanRatio 0 for a sum
/// @param meanDenominator 1 for a sum
/// @param numeratorGrain what one event brings: a click's cost, an order's sales, 1 for a count; 0
///   where reports do not tell how many there were
/// @param denominatorGrain the same of the denominator
record Yardstick(
    double meanRatio, double meanDenominator, double numeratorGrain, double denominatorGrain) {

  /// By which a steady entity's sums differ from one period to the next beyond what counts do,
  /// relative to them. Where the entities of an account differ more, [Excess#spread] finds it.
  private static final double WAVERING = 0.05;

  /// Absent when a ratio has no denominator in one of the periods.
  ///
  /// @param days by which sums were divided: an event counts so many times less in them
  static Optional<Yardstick> of(Metric metric, Extent whole, Collection<Sums> all, int days) {
    if (!Decomposition.isRatio(metric)) {
      return Optional.of(new Yardstick(0, 1, grain(metric, all) / days, 0));
    }
    if (!(whole.d0() > 0 && whole.d1() > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new Yardstick(
            (whole.n0() / whole.d0() + whole.n1() / whole.d1()) / 2,
            (whole.d0() + whole.d1()) / 2,
            grain(RatioChange.numerator(metric), all) / days,
            grain(RatioChange.denominator(metric), all) / days));
  }

  private static double grain(Metric sum, Collection<Sums> all) {
    return switch (sum) {
      case SPEND -> quotient(Metric.SPEND, Metric.CLICKS, all);
      case SALES -> quotient(Metric.SALES, Metric.ORDERS, all);
      default -> 1;
    };
  }

  private static double quotient(Metric amount, Metric count, Collection<Sums> all) {
    double events = all.stream().mapToDouble(each -> each.get(count)).sum();
    double amounts = all.stream().mapToDouble(each -> each.get(amount)).sum();
    return events > 0 && amounts > 0 ? amounts / events : 0;
  }

  double contribution(Extent part) {
    return ((part.n1() - part.n0()) - meanRatio * (part.d1() - part.d0())) / meanDenominator;
  }

  double expected(Extent part, Extent whole) {
    return (part.numeratorShare(whole) * (whole.n1() - whole.n0())
            - meanRatio * part.denominatorShare(whole) * (whole.d1() - whole.d0()))
        / meanDenominator;
  }

  /// What chance does to a contribution by way of the numerator.
  double numeratorVariance(Extent part) {
    return variance(part.n0(), part.n1(), numeratorGrain) / square(meanDenominator);
  }

  /// What chance does to a contribution by way of the denominator.
  double denominatorVariance(Extent part) {
    return square(meanRatio)
        * variance(part.d0(), part.d1(), denominatorGrain)
        / square(meanDenominator);
  }

  private static double variance(double before, double after, double grain) {
    return grain * (Math.abs(before) + Math.abs(after))
        + square(WAVERING) * (square(before) + square(after));
  }

  private static double square(double value) {
    return value * value;
  }
}
