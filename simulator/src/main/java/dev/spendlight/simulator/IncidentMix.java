package dev.spendlight.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Draws what goes wrong in an account, and how hard.
final class IncidentMix {
  private static final double CHRONIC = 0.6;
  private static final int LATEST_ONSET = 4;
  private static final int EARLIEST_ONSET = 16;
  private static final double TRACKING = 0.08;
  private static final double MARKET = 0.06;
  private static final double MISSING = 0.08;

  /// Kinds that may come several times, and how often each does.
  private enum Kind {
    ZERO(13),
    BID(13),
    EXPENSIVE_CAMPAIGN(5),
    WASTED_TERM(9),
    BLEEDING(13),
    COLLAPSE(9),
    INFLATION(10),
    BUDGET_CUT(6),
    DEMAND_OUTGROWN(5),
    GOOD_LAUNCH(6),
    BAD_LAUNCH(6),
    IMPRESSIONS(8),
    ORDER_VALUE(7),
    PLACEMENT(7);

    private final double weight;

    Kind(double weight) {
      this.weight = weight;
    }
  }

  private final Draws draws;
  private final Profile profile;
  private final double[] weights = new double[Kind.values().length];

  IncidentMix(Draws draws, Profile profile) {
    this.draws = draws;
    this.profile = profile;
    for (Kind kind : Kind.values()) {
      weights[kind.ordinal()] = kind.weight;
    }
  }

  List<Incident> drawn() {
    List<Incident> incidents = new ArrayList<>();
    int count = profile.incidents(draws);
    while (incidents.size() < count) {
      int kind = draws.index(Shares.running(Shares.normalised(weights)));
      // A kind that came once comes less often again.
      weights[kind] /= 3;
      incidents.add(incident(Kind.values()[kind]));
    }
    if (draws.chance(TRACKING)) {
      incidents.set(0, new Incident.TrackingBroken(draws.uniform(0, 0.1), onset(10)));
    }
    if (draws.chance(MARKET)) {
      boolean down = draws.chance(0.7);
      incidents.add(
          new Incident.MarketShift(
              down ? draws.uniform(0.6, 0.8) : draws.uniform(1.25, 1.5),
              down ? draws.uniform(0.75, 0.95) : draws.uniform(1.0, 1.2),
              onset(EARLIEST_ONSET)));
    }
    if (draws.chance(MISSING)) {
      incidents.add(new Incident.MissingDay(draws.between(3, 25)));
    }
    return incidents;
  }

  private Incident incident(Kind kind) {
    OptionalInt onset = onset(EARLIEST_ONSET);
    return switch (kind) {
      case ZERO -> new Incident.ZeroConversion(1, factor(0, 0.08, 0.04, 0.12), mostlyChronic());
      case BID -> new Incident.BidTooHigh(factor(1.7, 2.6, 1.6, 1.9), mostlyChronic());
      case EXPENSIVE_CAMPAIGN ->
          new Incident.ExpensiveCampaign(factor(1.6, 2.3, 1.5, 1.8), mostlyChronic());
      case WASTED_TERM -> new Incident.WastedSearchTerms(draws.between(1, 2));
      case BLEEDING -> new Incident.Bleeding(part(), factor(0.08, 0.42, 0.45, 0.67), onset);
      case COLLAPSE -> new Incident.ConversionCollapse(factor(0.08, 0.42, 0.45, 0.67), onset);
      case INFLATION -> new Incident.CpcInflation(factor(1.35, 1.8, 1.25, 1.4), onset);
      case BUDGET_CUT -> new Incident.BudgetExhausted(factor(0.4, 0.7, 0.6, 0.8), onset);
      case DEMAND_OUTGROWN -> new Incident.DemandOutgrown(factor(1.7, 2.8, 1.5, 1.9), onset);
      case GOOD_LAUNCH -> new Incident.GoodLaunch(factor(1.8, 2.6, 1.7, 1.9), age());
      case BAD_LAUNCH -> new Incident.BadLaunch(factor(0.25, 0.45, 0.4, 0.55), age());
      case IMPRESSIONS -> new Incident.ImpressionDrop(factor(0.05, 0.30, 0.3, 0.45), onset);
      case ORDER_VALUE -> new Incident.OrderValueDrop(factor(0.5, 0.75, 0.68, 0.8), onset);
      case PLACEMENT ->
          new Incident.PlacementInefficient(factor(0.2, 0.4, 0.35, 0.5), mostlyChronic());
    };
  }

  private double factor(double low, double high, double mildLow, double mildHigh) {
    return profile.isMild() ? draws.uniform(mildLow, mildHigh) : draws.uniform(low, high);
  }

  private Incident.Part part() {
    double which = draws.uniform();
    return which < 0.5
        ? Incident.Part.WHOLE
        : which < 0.75 ? Incident.Part.AD_GROUP : Incident.Part.MATCH_TYPE;
  }

  private OptionalInt onset(int earliest) {
    return OptionalInt.of(draws.between(LATEST_ONSET, earliest));
  }

  private OptionalInt mostlyChronic() {
    return draws.chance(CHRONIC) ? OptionalInt.empty() : onset(EARLIEST_ONSET);
  }

  private int age() {
    return draws.between(8, 35);
  }
}
