package dev.spendlight.evaluation.baseline;

/// What some days brought.
///
/// @param spend account currency
/// @param sales attributed, account currency
public record Sums(long impressions, long clicks, double spend, double sales, long orders) {
  public static final Sums ZERO = new Sums(0, 0, 0, 0, 0);

  public Sums plus(Sums other) {
    return new Sums(
        impressions + other.impressions,
        clicks + other.clicks,
        spend + other.spend,
        sales + other.sales,
        orders + other.orders);
  }

  /// Infinite for spend without sales, which every limit is below.
  double acos() {
    return sales > 0 ? spend / sales : spend > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /// 0 without clicks.
  double cpc() {
    return clicks > 0 ? spend / clicks : 0;
  }

  /// 0 without clicks.
  double conversion() {
    return clicks > 0 ? (double) orders / clicks : 0;
  }
}
