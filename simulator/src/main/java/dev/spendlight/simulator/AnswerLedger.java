package dev.spendlight.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells truths from what is too small or cannot be known, and adds what else is neutral.
final class AnswerLedger {
  private static final double LEAST_OF_SPEND = 0.005;

  private final PlantedAccount account;
  private final RowKeys names;
  private final LocalDate asOf;

  AnswerLedger(PlantedAccount account, RowKeys names, LocalDate asOf) {
    this.account = account;
    this.names = names;
    this.asOf = asOf;
  }

  /// @param week the last seven days
  /// @param fortnight the last fourteen
  AnswerSheet answers(List<SimulatedDay> week, List<SimulatedDay> fortnight) {
    double spend = 0;
    for (SimulatedDay day : week) {
      for (TargetPlan target : account.plan().targets()) {
        spend += day.expectedSpend(target.index());
      }
    }
    List<Truth> truths = new ArrayList<>();
    List<Neutral> neutrals = new ArrayList<>();
    for (Truth truth : new TruthLedger(account, names).truths(week)) {
      Optional<String> reason = doubtful(truth, spend);
      if (reason.isEmpty()) {
        truths.add(truth);
        neutrals.addAll(OtherNames.of(truth));
      } else {
        neutrals.add(
            new Neutral(Optional.empty(), truth.entity(), truth.targetIds(), reason.get()));
      }
    }
    Entities entities = new Entities(account.plan(), names);
    neutrals.addAll(new NaturalFaults(account, entities, fortnight).neutrals(spend));
    neutrals.addAll(new Bystanders(account, entities).neutrals(week));
    return new AnswerSheet(spend, truths, neutrals);
  }

  /// Why an incident need not be found, if so.
  private Optional<String> doubtful(Truth truth, double weeklySpend) {
    Incident incident = truth.incident();
    if (incident instanceof Incident.MarketShift || incident instanceof Incident.MissingDay) {
      return Optional.empty();
    }
    if (truth.onset().isPresent() && truth.onset().get().isAfter(asOf)) {
      return Optional.of("has not begun yet");
    }
    double share = truth.weeklyImpact().amount().doubleValue() / weeklySpend;
    if (share < LEAST_OF_SPEND) {
      return Optional.of("an incident of %.2f%% of weekly spend".formatted(100 * share));
    }
    boolean blind =
        account.planted().stream()
            .anyMatch(
                other -> other.incident() instanceof Incident.TrackingBroken && other.active(asOf));
    return blind && truth.onset().isPresent() && showsInOrders(incident)
        ? Optional.of("no orders are recorded that could tell")
        : Optional.empty();
  }

  private static boolean showsInOrders(Incident incident) {
    return switch (incident) {
      case Incident.ZeroConversion zero -> true;
      case Incident.Bleeding bleeding -> true;
      case Incident.ConversionCollapse collapse -> true;
      case Incident.OrderValueDrop drop -> true;
      case Incident.PlacementInefficient placement -> true;
      case Incident.GoodLaunch launch -> true;
      case Incident.BadLaunch launch -> true;
      case Incident.WastedSearchTerms wasted -> false;
      case Incident.BidTooHigh bid -> false;
      case Incident.ExpensiveCampaign expensive -> false;
      case Incident.CpcInflation inflation -> false;
      case Incident.BudgetExhausted budget -> false;
      case Incident.DemandOutgrown grown -> false;
      case Incident.ImpressionDrop drop -> false;
      case Incident.TrackingBroken broken -> false;
      case Incident.MarketShift shift -> false;
      case Incident.MissingDay missing -> false;
    };
  }
}
