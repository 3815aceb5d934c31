package dev.spendlight.summary;

import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.summary.AccountSummary.CampaignTotals;
import dev.spendlight.summary.AccountSummary.Outlier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Campaigns whose ratios are far from the account's. A first look, without a test: findings test.
final class Outliers {
  private static final List<Metric> COMPARED =
      List.of(Metric.ACOS, Metric.CVR, Metric.CPC, Metric.CTR);

  /// Times the account's value, or its inverse.
  private static final BigDecimal FAR = new BigDecimal("2");

  /// A campaign with less of the account's spend does not count.
  private static final BigDecimal LEAST_SHARE = new BigDecimal("0.02");

  /// Orders that a campaign would have at the account's rate, below which its conversions tell
  /// nothing yet.
  private static final BigDecimal LEAST_ORDERS = new BigDecimal("3");

  private static final int MOST = 10;

  private Outliers() {}

  static List<Outlier> among(List<CampaignTotals> campaigns, Metrics totals) {
    BigDecimal least = totals.spend().orElse(BigDecimal.ZERO).multiply(LEAST_SHARE);
    return campaigns.stream()
        .filter(
            each -> each.metrics().spend().filter(spend -> spend.compareTo(least) >= 0).isPresent())
        .flatMap(each -> COMPARED.stream().flatMap(metric -> outlier(each, metric, totals)))
        .limit(MOST)
        .toList();
  }

  private static Stream<Outlier> outlier(CampaignTotals campaign, Metric metric, Metrics totals) {
    Optional<BigDecimal> value = campaign.metrics().get(metric);
    Optional<BigDecimal> account = totals.get(metric);
    boolean tooEarly =
        (metric == Metric.CVR || metric == Metric.ACOS) && !hasEnoughClicks(campaign, totals);
    if (value.isEmpty() || account.isEmpty() || account.get().signum() <= 0 || tooEarly) {
      return Stream.empty();
    }
    BigDecimal times = value.get().divide(account.get(), MathContext.DECIMAL64);
    boolean far = times.compareTo(FAR) >= 0 || times.multiply(FAR).compareTo(BigDecimal.ONE) <= 0;
    return far
        ? Stream.of(new Outlier(campaign.campaign(), metric, value.get(), account.get()))
        : Stream.empty();
  }

  private static boolean hasEnoughClicks(CampaignTotals campaign, Metrics totals) {
    return totals
        .cvr()
        .flatMap(rate ->
            campaign.metrics().clicks().map(clicks -> rate.multiply(BigDecimal.valueOf(clicks))))
        .filter(due -> due.compareTo(LEAST_ORDERS) >= 0)
        .isPresent();
  }
}
