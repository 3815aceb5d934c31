package dev.spendlight.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// Sums over any set of rows, and the ratios of those sums. A ratio is never averaged and never
/// imported.
///
/// A sum is absent when a report that it would need does not carry it; a ratio also when its
/// denominator is zero. Absent stays absent through addition: a total that lacks a part is not
/// known.
///
/// @param impressions times shown
/// @param clicks times clicked
/// @param spend charged for clicks, account currency
/// @param sales attributed within the account's window, same currency
/// @param orders attributed purchases ("orders" in console files, `purchases` in the API)
/// @param units attributed units
public record Metrics(
    Optional<Long> impressions,
    Optional<Long> clicks,
    Optional<BigDecimal> spend,
    Optional<BigDecimal> sales,
    Optional<Long> orders,
    Optional<Long> units) {

  /// Nothing happened, and everything is known.
  public static final Metrics ZERO = of(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

  /// No report told anything.
  public static final Metrics UNKNOWN =
      new Metrics(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public static Metrics of(
      long impressions, long clicks, BigDecimal spend, BigDecimal sales, long orders, long units) {
    return new Metrics(
        Optional.of(impressions),
        Optional.of(clicks),
        Optional.of(spend),
        Optional.of(sales),
        Optional.of(orders),
        Optional.of(units));
  }

  public Metrics plus(Metrics other) {
    return new Metrics(
        both(impressions, other.impressions, Math::addExact),
        both(clicks, other.clicks, Math::addExact),
        both(spend, other.spend, Money::sum),
        both(sales, other.sales, Money::sum),
        both(orders, other.orders, Math::addExact),
        both(units, other.units, Math::addExact));
  }

  private static <T> Optional<T> both(Optional<T> left, Optional<T> right, BinaryOperator<T> sum) {
    return left.flatMap(l -> right.map(r -> sum.apply(l, r)));
  }

  /// Advertising cost of sales: spend over sales, 0.284 for 28.4%.
  public Optional<BigDecimal> acos() {
    return ratio(spend, sales);
  }

  /// Return on advertising spend: sales over spend.
  public Optional<BigDecimal> roas() {
    return ratio(sales, spend);
  }

  /// Click-through rate: clicks over impressions.
  public Optional<BigDecimal> ctr() {
    return ratio(decimal(clicks), decimal(impressions));
  }

  /// Conversion rate: orders over clicks. Above 1 does occur: orders may be booked on a day without
  /// their click.
  public Optional<BigDecimal> cvr() {
    return ratio(decimal(orders), decimal(clicks));
  }

  /// Cost per click: spend over clicks, account currency.
  public Optional<BigDecimal> cpc() {
    return ratio(spend, decimal(clicks));
  }

  /// Average order value: sales over orders, account currency.
  public Optional<BigDecimal> aov() {
    return ratio(sales, decimal(orders));
  }

  private static Optional<BigDecimal> decimal(Optional<Long> count) {
    return count.map(BigDecimal::valueOf);
  }

  private static Optional<BigDecimal> ratio(
      Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {
    return numerator.flatMap(
        n -> denominator.filter(d -> d.signum() != 0).map(d -> n.divide(d, MathContext.DECIMAL64)));
  }

  /// The value of one of the metrics that are sums or ratios of sums; absent for every other.
  public Optional<BigDecimal> get(Metric metric) {
    return switch (metric) {
      case IMPRESSIONS -> decimal(impressions);
      case CLICKS -> decimal(clicks);
      case SPEND -> spend;
      case SALES -> sales;
      case ORDERS -> decimal(orders);
      case UNITS -> decimal(units);
      case ACOS -> acos();
      case CTR -> ctr();
      case CVR -> cvr();
      case CPC -> cpc();
      case ROAS -> roas();
      case AOV -> aov();
      default -> Optional.empty();
    };
  }
}
