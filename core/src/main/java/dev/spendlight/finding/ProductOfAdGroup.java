package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.EntityRows;
import dev.spendlight.report.RowKey;
import java.util.HashMap;
import java.util.Map;

/// Which product an ad group is for, where (almost) all of its clicks go to one.
final class ProductOfAdGroup {
  private static final double ALMOST_ALL = 0.8;

  private ProductOfAdGroup() {}

  /// @param rows of an advertised product report
  /// @return by the ad group's id
  static Map<String, Entity.Product> of(EntityRows rows) {
    Map<String, Map<String, Double>> clicks = new HashMap<>();
    for (int row = 0; row < rows.table().rows(); row++) {
      RowKey key = rows.entities().get(rows.entityOf(row));
      if (!key.asin().isEmpty() && !key.adGroupId().isEmpty()) {
        clicks
            .computeIfAbsent(key.adGroupId(), fresh -> new HashMap<>())
            .merge(key.asin(), (double) rows.table().clicks(row), Double::sum);
      }
    }
    Map<String, Entity.Product> products = new HashMap<>();
    clicks.forEach((adGroup, byProduct) -> {
      double all = byProduct.values().stream().mapToDouble(Double::doubleValue).sum();
      byProduct.forEach((asin, its) -> {
        if (its > 0 && its >= ALMOST_ALL * all) {
          products.put(adGroup, new Entity.Product(asin, asin));
        }
      });
    });
    return products;
  }
}
