package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import java.util.List;
import java.util.Optional;

/// What is said of things that look bad and are no more than chance.
final class Restraint {
  private Restraint() {}

  /// @param things `targets` or `search terms`
  static List<RuledOut> ofZeroOrders(
      FindingKind kind,
      String things,
      CaseFile file,
      Tallies tallies,
      ZeroOrders.Verdict verdict,
      int found) {
    double spend = verdict.totalSpend();
    if (verdict.without() == 0 || spend <= 0) {
      return List.of();
    }
    long share = Math.round(100 * Math.min(1, verdict.spend() / spend));
    String outcome =
        verdict.tested() == 0
            ? "none of them has had enough clicks to tell"
            : found == 0
                ? "none of them is beyond chance"
                : "%d of them %s beyond chance".formatted(found, found == 1 ? "is" : "are");
    return List.of(
        new RuledOut(
            kind,
            verdict.tested(),
            "%s of the spend is on %s without an order; %s."
                .formatted(share == 0 ? "Under 1%" : share + "%", things, outcome),
            found == 0
                ? Optional.of(figure(file, tallies, verdict.spend() / spend))
                : Optional.empty()));
  }

  private static Figure figure(CaseFile file, Tallies tallies, double share) {
    return new Figure(
        new Entity.Account(file.view().account()),
        Metric.SPEND_SHARE,
        tallies.windows().getLast(),
        Figures.decimal(share),
        Figure.Nature.DERIVED,
        tallies.coverage().origin());
  }
}
