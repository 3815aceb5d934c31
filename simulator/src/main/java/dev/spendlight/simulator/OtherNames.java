package dev.spendlight.simulator;

import java.util.List;
import java.util.Optional;

/// Kinds by which the same trouble at the same place may be called with some right.
final class OtherNames {
  private OtherNames() {}

  static List<Neutral> of(Truth truth) {
    List<String> kinds =
        switch (truth.incident()) {
          case Incident.ZeroConversion zero -> List.of("bid_too_high");
          case Incident.BidTooHigh bid when bid.daysAgo().isPresent() -> List.of("cpc_inflation");
          case Incident.BidTooHigh bid -> List.of();
          case Incident.ExpensiveCampaign bid when bid.daysAgo().isPresent() ->
              List.of("bleeding", "cpc_inflation");
          case Incident.ExpensiveCampaign bid -> List.of("bleeding");
          case Incident.CpcInflation inflation -> List.of("bleeding", "bid_too_high");
          case Incident.Bleeding bleeding -> List.of("bid_too_high");
          case Incident.BadLaunch launch -> List.of("bleeding", "bid_too_high");
          case Incident.BudgetExhausted budget -> List.of("impression_drop");
          case Incident.DemandOutgrown grown -> List.of();
          case Incident.WastedSearchTerms wasted -> List.of();
          case Incident.ConversionCollapse collapse -> List.of();
          case Incident.OrderValueDrop drop -> List.of();
          case Incident.ImpressionDrop drop -> List.of();
          case Incident.PlacementInefficient placement -> List.of();
          case Incident.GoodLaunch launch -> List.of();
          case Incident.TrackingBroken broken -> List.of();
          case Incident.MarketShift shift -> List.of();
          case Incident.MissingDay missing -> List.of();
        };
    return kinds.stream()
        .map(kind ->
            new Neutral(
                Optional.of(kind),
                truth.entity(),
                truth.targetIds(),
                "another name for a planted " + truth.kind()))
        .toList();
  }
}
