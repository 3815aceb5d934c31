package dev.spendlight.driver;

import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import java.math.BigDecimal;
import java.util.Optional;

/// What one entity did in one period, as plain numbers for decompositions. Periods of unequal
/// length are compared by their sums per day.
///
/// Every value is finite. Usually all are at least 0; a negative one (a correction) is taken as it
/// is, and only keeps a change from being split further.
public record Sums(double impressions, double clicks, double spend, double orders, double sales) {
  public static final Sums ZERO = new Sums(0, 0, 0, 0, 0);

  /// @throws IllegalArgumentException for a value that is not finite
  public Sums {
    if (!Double.isFinite(impressions + clicks + spend + orders + sales)) {
      throw new IllegalArgumentException(
          "Sums are finite, not impressions %s, clicks %s, spend %s, orders %s, sales %s."
              .formatted(impressions, clicks, spend, orders, sales));
    }
  }

  /// The sums per day of a period of `days` days; absent when the reports lack one of them.
  ///
  /// @throws IllegalArgumentException unless `days` is at least 1
  public static Optional<Sums> perDay(Metrics metrics, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("A period has at least one day, not " + days + ".");
    }
    if (metrics.impressions().isEmpty()
        || metrics.clicks().isEmpty()
        || metrics.spend().isEmpty()
        || metrics.orders().isEmpty()
        || metrics.sales().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Sums(
            value(metrics, Metric.IMPRESSIONS) / days,
            value(metrics, Metric.CLICKS) / days,
            value(metrics, Metric.SPEND) / days,
            value(metrics, Metric.ORDERS) / days,
            value(metrics, Metric.SALES) / days));
  }

  /// The sums per `days` days, 0 for what the reports lack: only for who knows which of them are
  /// told.
  static Sums told(Metrics metrics, int days) {
    return new Sums(
        value(metrics, Metric.IMPRESSIONS) / days,
        value(metrics, Metric.CLICKS) / days,
        value(metrics, Metric.SPEND) / days,
        value(metrics, Metric.ORDERS) / days,
        value(metrics, Metric.SALES) / days);
  }

  private static double value(Metrics metrics, Metric metric) {
    return metrics.get(metric).map(BigDecimal::doubleValue).orElse(0.0);
  }

  public Sums plus(Sums other) {
    return new Sums(
        impressions + other.impressions,
        clicks + other.clicks,
        spend + other.spend,
        orders + other.orders,
        sales + other.sales);
  }

  /// The value of one of the five.
  ///
  /// @throws IllegalArgumentException for any other metric
  public double get(Metric metric) {
    return switch (metric) {
      case IMPRESSIONS -> impressions;
      case CLICKS -> clicks;
      case SPEND -> spend;
      case ORDERS -> orders;
      case SALES -> sales;
      default ->
          throw new IllegalArgumentException(
              "Sums hold impressions, clicks, spend, orders and sales, not " + metric.key() + ".");
    };
  }
}
