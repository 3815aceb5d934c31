package dev.spendlight.simulator;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is really the matter: never written into the report files, nor to be guessed from their
/// names and ids.
///
/// The weekly impact comes from the parameters and not from the draws: it is the sum over seven
/// days of expected spend and sales (orders complete), put into the formula of the kind. With
/// margin m, target ACOS a, factor f, and x = 1 / (time in budget) - 1:
///
/// | incident | impact |
/// |---|---|
/// | [Incident.ZeroConversion], [Incident.WastedSearchTerms] | spend |
/// | [Incident.BidTooHigh], [Incident.ExpensiveCampaign] | spend - a sales |
/// | [Incident.Bleeding], [Incident.ConversionCollapse], [Incident.OrderValueDrop], [Incident.BadLaunch] | m sales (1/f - 1) |
/// | [Incident.CpcInflation] | spend (1 - 1/f), with the day's f |
/// | [Incident.BudgetExhausted], [Incident.DemandOutgrown] | the larger of x (m sales - spend) and 0.2 x m sales |
/// | [Incident.GoodLaunch] | m sales (1 - 1/f) |
/// | [Incident.ImpressionDrop] | the larger of (m sales - spend)(1/f - 1) and 0.2 x m sales (1/f - 1) |
/// | [Incident.PlacementInefficient] | spend - a sales, of the placement |
/// | [Incident.TrackingBroken] | m sales (1 - f), with the sales that really were |
/// | [Incident.MarketShift] | m sales, times what they would be more or less without it |
/// | [Incident.MissingDay] | 0 |
///
/// @param entity where it is
/// @param onset its first day; empty for what was always so
/// @param weeklyImpact what it costs (or brings) in the seven days up to the day asked for, never
///   negative
/// @param targetIds every target it covers
public record Truth(
    Incident incident,
    Entity entity,
    Optional<LocalDate> onset,
    Money weeklyImpact,
    List<String> targetIds) {

  public Truth {
    targetIds = List.copyOf(targetIds);
  }

  /// What findings call it: `zero_conversion`.
  public String kind() {
    return incident.kind();
  }
}
