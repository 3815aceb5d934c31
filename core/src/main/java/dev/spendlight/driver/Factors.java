package dev.spendlight.driver;

import dev.spendlight.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which factor of one entity made its spend, sales or ACOS change (LMDI-I). The parts add up to
/// the change, the order of the factors does not matter, and there is no remainder.
///
/// - spend = impressions · click-through rate · cost per click
/// - sales = impressions · click-through rate · conversion rate · order value
/// - ACOS = cost per click / (conversion rate · order value)
///
/// A factor `x` of `y` contributes `L(y1, y0) ln(x1 / x0)`, `L` the logarithmic mean. Where a
/// period has nothing at all, the whole change belongs to the first factor that is 0 there: that is
/// the limit, not a small number put in.
///
/// Example: 500 clicks for 500, 50 orders, sales 1500, then 540 for 702, 43 and 1333: ACOS rises by
/// 19.33 points, of which cost per click +11.09, conversion rate +9.63, order value -1.39.
///
/// Source: Ang 2005, Energy Policy 33, 867-871; zeros: Wood and Lenzen 2006, Energy Policy 34,
/// 1326-1331.
public final class Factors {
  private static final List<Metric> SPEND = List.of(Metric.IMPRESSIONS, Metric.CTR, Metric.CPC);
  private static final List<Metric> SALES =
      List.of(Metric.IMPRESSIONS, Metric.CTR, Metric.CVR, Metric.AOV);

  private Factors() {}

  /// Impressions, click-through rate, cost per click, in this order.
  public static List<Factor> ofSpend(Sums before, Sums after) {
    return chain(
        SPEND,
        new double[] {before.impressions(), before.clicks(), before.spend()},
        new double[] {after.impressions(), after.clicks(), after.spend()});
  }

  /// Impressions, click-through rate, conversion rate, order value, in this order.
  public static List<Factor> ofSales(Sums before, Sums after) {
    return chain(
        SALES,
        new double[] {before.impressions(), before.clicks(), before.orders(), before.sales()},
        new double[] {after.impressions(), after.clicks(), after.orders(), after.sales()});
  }

  /// Cost per click, conversion rate, order value, in this order; absent unless both periods have
  /// spend, clicks, orders and sales.
  public static Optional<List<Factor>> ofAcos(Sums before, Sums after) {
    return isComplete(before) && isComplete(after)
        ? Optional.of(
            ofAcos(
                before,
                after,
                LogMean.of(after.spend() / after.sales(), before.spend() / before.sales())))
        : Optional.empty();
  }

  static boolean isComplete(Sums sums) {
    return sums.clicks() > 0 && sums.spend() > 0 && sums.orders() > 0 && sums.sales() > 0;
  }

  static List<Factor> ofAcos(Sums before, Sums after, double weight) {
    double clicks = LogMean.change(before.clicks(), after.clicks());
    double spend = LogMean.change(before.spend(), after.spend());
    double orders = LogMean.change(before.orders(), after.orders());
    double sales = LogMean.change(before.sales(), after.sales());
    return List.of(
        new Factor(Metric.CPC, weight * (spend - clicks)),
        new Factor(Metric.CVR, weight * (clicks - orders)),
        new Factor(Metric.AOV, weight * (orders - sales)));
  }

  /// A product written as a chain: each element is the one before it times its factor.
  private static List<Factor> chain(List<Metric> factors, double[] before, double[] after) {
    int last = factors.size() - 1;
    double change = after[last] - before[last];
    int decisive = -1;
    for (int i = 0; i <= last && decisive < 0; i++) {
      if (!(before[i] > 0 && after[i] > 0)) {
        decisive = i;
      }
    }
    double weight = decisive < 0 ? LogMean.of(after[last], before[last]) : 0;
    List<Factor> parts = new ArrayList<>();
    double earlier = 0;
    for (int i = 0; i <= last; i++) {
      if (decisive >= 0) {
        parts.add(new Factor(factors.get(i), i == decisive ? change : 0));
      } else {
        double here = LogMean.change(before[i], after[i]);
        parts.add(new Factor(factors.get(i), weight * (here - earlier)));
        earlier = here;
      }
    }
    return List.copyOf(parts);
  }
}
