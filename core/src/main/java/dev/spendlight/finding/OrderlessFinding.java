package dev.spendlight.finding;

import dev.spendlight.finding.ZeroOrders.Beyond;
import dev.spendlight.finding.ZeroOrders.Suspect;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.statistics.ConversionPrior;
import java.util.List;
import java.util.Optional;

/// The finding that a unit beyond chance makes: a target or a search term alike.
final class OrderlessFinding {
  private static final String BASIS =
      "its spend a week, less the share that the orders it may yet bring would pay for";

  private OrderlessFinding() {}

  /// @param targetId of the target it covers
  /// @param group what its nearest group is called, such as `the other targets of its campaign`
  static Finding of(
      FindingKind kind,
      Beyond beyond,
      Tallies tallies,
      int tested,
      String targetId,
      Action action,
      String group) {
    Suspect suspect = beyond.suspect();
    Tally tally = suspect.tally();
    double impact = impact(suspect);
    Metrics metrics = tally.metrics();
    return new Finding(
        kind,
        tally.entity(),
        List.of(targetId),
        Direction.BELOW,
        suspect.window(),
        Optional.empty(),
        new Evidence(
            Metric.ORDERS,
            tally.maturedOrders(),
            suspect.expected(),
            suspect.pValue(),
            beyond.adjusted(),
            tested,
            comparedWith(suspect.prior(), group)),
        Optional.of(new Impact(Figures.decimal(impact), BASIS)),
        1 - beyond.adjusted(),
        List.of(),
        Optional.of(action),
        new Figures(tally.entity(), suspect.window(), tallies.coverage().origin())
            .observed(metrics, Metric.CLICKS, Metric.ORDERS, Metric.SPEND, Metric.SALES, Metric.CPC)
            .estimated(
                Metric.EXPECTED_ORDERS, suspect.expected(), comparedWith(suspect.prior(), group))
            .estimated(Metric.WEEKLY_IMPACT, impact, BASIS)
            .list());
  }

  /// Shrunk towards nothing by `(O + 1) / (E + 1)`: what stands out most is partly luck.
  static double impact(Suspect suspect) {
    double kept = (suspect.tally().maturedOrders() + 1) / (suspect.expected() + 1);
    return suspect.weeklySpend() * (1 - Math.min(1, kept));
  }

  private static String comparedWith(ConversionPrior prior, String group) {
    return "%s (%,d clicks, %,d orders)"
        .formatted(group, Math.round(prior.clicks()), prior.orders());
  }
}
