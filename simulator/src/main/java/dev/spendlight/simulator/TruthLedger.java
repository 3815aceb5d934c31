package dev.spendlight.simulator;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// What each planted incident costs in a week, from expected figures: no draw of a click or an
/// order enters.
final class TruthLedger {
  private static final double LEAST_OF_SALES = 0.2;

  private final PlantedAccount account;
  private final AccountPlan plan;
  private final double margin;
  private final double targetAcos;

  TruthLedger(PlantedAccount account) {
    this.account = account;
    this.plan = account.plan();
    this.margin = plan.shape().margin().doubleValue();
    this.targetAcos = plan.shape().targetAcos().doubleValue();
  }

  /// @param week the last seven days
  List<Truth> truths(List<SimulatedDay> week) {
    return account.planted().stream().map(planted -> truth(planted, week)).toList();
  }

  private Truth truth(Planted planted, List<SimulatedDay> week) {
    double impact =
        week.stream()
            .filter(day -> planted.active(day.day()))
            .mapToDouble(day -> impact(planted, day))
            .sum();
    return new Truth(
        planted.incident(),
        entity(planted),
        planted.onset(),
        new Money(
            BigDecimal.valueOf(Math.max(0, impact)).setScale(2, RoundingMode.HALF_EVEN),
            plan.shape().marketplace().currency()),
        planted.targets().stream().map(target -> plan.targets().get(target).id()).toList());
  }

  private double impact(Planted planted, SimulatedDay day) {
    double spend = planted.targets().stream().mapToDouble(day::expectedSpend).sum();
    double sales = planted.targets().stream().mapToDouble(day::expectedSales).sum();
    return switch (planted.incident()) {
      case Incident.ZeroConversion zero -> spend;
      case Incident.WastedSearchTerms wasted -> spend * term(planted).share();
      case Incident.BidTooHigh bid -> spend - targetAcos * sales;
      case Incident.ExpensiveCampaign expensive -> spend - targetAcos * sales;
      case Incident.Bleeding bleeding -> margin * sales * (1 / bleeding.conversion() - 1);
      case Incident.CpcInflation inflation -> spend * (1 - 1 / planted.price(day.day()));
      case Incident.BudgetExhausted budget -> missed(planted, day, spend, sales);
      case Incident.GoodLaunch launch -> margin * sales * (1 - 1 / launch.conversion());
      case Incident.MissingDay missing -> 0;
    };
  }

  private double missed(Planted planted, SimulatedDay day, double spend, double sales) {
    double more = 1 / day.expectedInBudget(planted.campaign()) - 1;
    return Math.max(more * (margin * sales - spend), LEAST_OF_SALES * more * margin * sales);
  }

  private TermPlan term(Planted planted) {
    TargetPlan target = plan.targets().get(planted.targets().getFirst());
    return target.terms().get(planted.term().orElse(0));
  }

  private Entity entity(Planted planted) {
    return switch (planted.incident()) {
      case Incident.ZeroConversion zero -> target(planted);
      case Incident.BidTooHigh bid -> target(planted);
      case Incident.WastedSearchTerms wasted -> {
        Entity.Keyword target = target(planted);
        String term = term(planted).text();
        yield new Entity.SearchTerm(target.id() + ":" + term, term, target);
      }
      case Incident.ExpensiveCampaign expensive -> campaign(planted.campaign());
      case Incident.Bleeding bleeding -> campaign(planted.campaign());
      case Incident.CpcInflation inflation -> campaign(planted.campaign());
      case Incident.BudgetExhausted budget -> campaign(planted.campaign());
      case Incident.GoodLaunch launch -> campaign(planted.campaign());
      case Incident.MissingDay missing -> new Entity.Account(SimulatedAccount.ID);
    };
  }

  private Entity.Campaign campaign(int index) {
    CampaignPlan campaign = plan.campaigns().get(index);
    return new Entity.Campaign(campaign.id(), campaign.name());
  }

  private Entity.Keyword target(Planted planted) {
    TargetPlan target = plan.targets().get(planted.targets().getFirst());
    AdGroupPlan group = plan.adGroups().get(target.adGroup());
    return new Entity.Keyword(
        target.id(),
        target.text(),
        target.match(),
        new Entity.AdGroup(group.id(), group.name(), campaign(target.campaign())));
  }
}
