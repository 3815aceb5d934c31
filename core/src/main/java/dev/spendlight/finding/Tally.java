package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.RowKey;

/// What one entity did in some days, and how much of it can be judged.
///
/// @param key ids and names, resolved
/// @param metrics all of it, as reported; this is what is shown
/// @param maturedOrders orders of the days old enough to judge
/// @param maturedClicks clicks of those days, each counted by the share of its orders that can have
///   arrived
public record Tally(
    Entity entity, RowKey key, Metrics metrics, long maturedOrders, double maturedClicks) {

  public double spend() {
    return metrics.spend().map(Number::doubleValue).orElse(0.0);
  }

  public double sales() {
    return metrics.sales().map(Number::doubleValue).orElse(0.0);
  }

  public long orders() {
    return metrics.orders().orElse(0L);
  }

  public long clicks() {
    return metrics.clicks().orElse(0L);
  }
}
