package dev.spendlight.simulator;

import dev.spendlight.simulator.Effect.Lever;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What an incident does at its place.
final class IncidentEffects {
  private static final int PRICE_RAMP = 4;
  private static final int DEMAND_RAMP = 3;

  /// The budget of a campaign whose demand outgrows it, over its ordinary spend.
  private static final double AMPLE = 1.25;

  private final Optional<LocalDate> onset;
  private final Place place;
  private final List<Integer> targets;

  /// @param targets indices of those that it covers
  IncidentEffects(Optional<LocalDate> onset, Place place, List<Integer> targets) {
    this.onset = onset;
    this.place = place;
    this.targets = targets;
  }

  List<Effect> of(Incident incident) {
    return switch (incident) {
      case Incident.ZeroConversion zero -> moved(Lever.CONVERSION, since(zero.conversion()));
      case Incident.BidTooHigh bid -> moved(Lever.BID, since(bid.price()));
      case Incident.ExpensiveCampaign expensive -> moved(Lever.BID, since(expensive.price()));
      // The terms themselves never convert.
      case Incident.WastedSearchTerms wasted -> List.of();
      case Incident.Bleeding bleeding -> moved(Lever.CONVERSION, since(bleeding.conversion()));
      case Incident.CpcInflation inflation ->
          moved(Lever.PRICE, since(inflation.price()).over(PRICE_RAMP));
      case Incident.ImpressionDrop drop -> moved(Lever.DEMAND, since(drop.impressions()));
      case Incident.GoodLaunch launch -> moved(Lever.CONVERSION, since(launch.conversion()));
      case Incident.BadLaunch launch -> moved(Lever.CONVERSION, since(launch.conversion()));
      case Incident.BudgetExhausted budget ->
          List.of(
              new Effect.BudgetOfDemand(
                  campaign(), budget.ofDemand(), onset.orElse(LocalDate.MIN)));
      case Incident.DemandOutgrown grown ->
          List.of(
              new Effect.OnTargets(Lever.DEMAND, targets, since(grown.demand()).over(DEMAND_RAMP)),
              new Effect.BudgetOfDemand(campaign(), AMPLE, LocalDate.MIN));
      case Incident.ConversionCollapse collapse ->
          List.of(new Effect.OnConversion(product(), since(collapse.conversion())));
      case Incident.OrderValueDrop drop ->
          List.of(new Effect.OnOrderValue(product(), since(drop.value())));
      case Incident.PlacementInefficient inefficient -> {
        if (!(place instanceof Place.OfPlacement(int campaign, int placement))) {
          throw misplaced();
        }
        yield List.of(new Effect.OnPlacement(campaign, placement, since(inefficient.conversion())));
      }
      case Incident.TrackingBroken broken ->
          List.of(new Effect.OnTracking(since(broken.recorded())));
      case Incident.MarketShift shift ->
          List.of(
              new Effect.OnTargets(Lever.DEMAND, targets, since(shift.demand())),
              new Effect.OnTargets(Lever.CONVERSION, targets, since(shift.conversion())));
      case Incident.MissingDay missing -> List.of(new Effect.Undelivered(onset.orElseThrow()));
    };
  }

  private List<Effect> moved(Lever lever, Course course) {
    return List.of(new Effect.OnTargets(lever, targets, course));
  }

  private Course since(double factor) {
    return Course.since(onset, factor);
  }

  private int campaign() {
    if (place instanceof Place.OfCampaign(int campaign)) {
      return campaign;
    }
    throw misplaced();
  }

  private int product() {
    if (place instanceof Place.OfProduct(int product)) {
      return product;
    }
    throw misplaced();
  }

  private IllegalStateException misplaced() {
    return new IllegalStateException("Nothing of that kind happens at " + place + ".");
  }
}
