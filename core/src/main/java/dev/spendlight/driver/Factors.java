package dev.spendlight.driver;

import dev.spendlight.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which factor of one entity made its spend, sales or ACOS change (LMDI-I). The parts add up to
/// the change, the order of the factors does not matter, and there is no remainder.
///
/// - clicks = impressions · click-through rate
/// - spend = clicks · cost per click
/// - orders = clicks · conversion rate
/// - sales = orders · order value
/// - ACOS = cost per click / (conversion rate · order value), ROAS its inverse
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
  private static final List<Metric> RATIO = List.of(Metric.CPC, Metric.CVR, Metric.AOV);

  private Factors() {}

  /// By what a metric is taken apart: of spend impressions, click-through rate, cost per click.
  /// Empty for a metric without factors.
  public static List<Metric> of(Metric metric) {
    return switch (metric) {
      case CLICKS -> SPEND.subList(0, 2);
      case SPEND -> SPEND;
      case ORDERS -> SALES.subList(0, 3);
      case SALES -> SALES;
      case ACOS, ROAS -> RATIO;
      default -> List.of();
    };
  }

  /// Impressions, click-through rate, cost per click, in this order.
  public static List<Factor> ofSpend(Sums before, Sums after) {
    return ofSum(Metric.SPEND, before, after);
  }

  /// Impressions, click-through rate, conversion rate, order value, in this order.
  public static List<Factor> ofSales(Sums before, Sums after) {
    return ofSum(Metric.SALES, before, after);
  }

  /// The factors of [#of] for clicks, spend, orders or sales; none for anything else.
  static List<Factor> ofSum(Metric sum, Sums before, Sums after) {
    List<Metric> chain =
        sum == Metric.SPEND
            ? List.of(Metric.IMPRESSIONS, Metric.CLICKS, Metric.SPEND)
            : List.of(Metric.IMPRESSIONS, Metric.CLICKS, Metric.ORDERS, Metric.SALES);
    List<Metric> factors = of(sum);
    return chain.contains(sum) && !factors.isEmpty()
        ? chain(factors, values(chain, before), values(chain, after))
        : List.of();
  }

  private static double[] values(List<Metric> chain, Sums sums) {
    return chain.stream().mapToDouble(sums::get).toArray();
  }

  /// Cost per click, conversion rate, order value, in this order; absent unless both periods have
  /// spend, clicks, orders and sales.
  public static Optional<List<Factor>> ofAcos(Sums before, Sums after) {
    return Optional.of(ofRatio(Metric.ACOS, before, after, 1)).filter(parts -> !parts.isEmpty());
  }

  /// `share` times the change of a ratio by its factors; empty where one of them cannot be told.
  ///
  /// A ROAS that falls to 0, or rises from it, does so because nothing is ordered: all of that
  /// belongs to the conversion rate, which is the limit.
  static List<Factor> ofRatio(Metric ratio, Sums before, Sums after, double share) {
    boolean complete = isComplete(before) && isComplete(after);
    return switch (ratio) {
      case ACOS ->
          complete
              ? ofAcos(before, after, share * LogMean.of(acos(after), acos(before)))
              : List.of();
      case ROAS ->
          complete
              ? ofAcos(before, after, -share * LogMean.of(1 / acos(after), 1 / acos(before)))
              : ofRoasAtZero(before, after, share);
      default -> List.of();
    };
  }

  private static List<Factor> ofRoasAtZero(Sums before, Sums after, double share) {
    if (!(isCompleteOrUnsold(before) && isCompleteOrUnsold(after))) {
      return List.of();
    }
    double change = after.sales() / after.spend() - before.sales() / before.spend();
    return List.of(
        new Factor(Metric.CPC, 0),
        new Factor(Metric.CVR, share * change),
        new Factor(Metric.AOV, 0));
  }

  private static boolean isComplete(Sums sums) {
    return sums.clicks() > 0 && sums.spend() > 0 && sums.orders() > 0 && sums.sales() > 0;
  }

  private static boolean isCompleteOrUnsold(Sums sums) {
    boolean unsold = sums.orders() == 0 && sums.sales() == 0;
    return isComplete(sums) || (unsold && sums.clicks() > 0 && sums.spend() > 0);
  }

  private static double acos(Sums sums) {
    return sums.spend() / sums.sales();
  }

  private static List<Factor> ofAcos(Sums before, Sums after, double weight) {
    double clicks = LogMean.change(before.clicks(), after.clicks());
    double spend = LogMean.change(before.spend(), after.spend());
    double orders = LogMean.change(before.orders(), after.orders());
    double sales = LogMean.change(before.sales(), after.sales());
    return List.of(
        new Factor(Metric.CPC, weight * (spend - clicks)),
        new Factor(Metric.CVR, weight * (clicks - orders)),
        new Factor(Metric.AOV, weight * (orders - sales)));
  }

  /// A product written as a chain: each element is the one before it times its factor. Elements
  /// beyond the last factor are left aside.
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
