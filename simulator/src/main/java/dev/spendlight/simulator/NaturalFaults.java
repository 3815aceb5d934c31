package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is bad in an account by nature: units whose true ACOS, incidents taken out, is 1.2 times
/// the target or more. A finding of them is true, and nobody planted it.
final class NaturalFaults {
  private static final double BAD = 1.2;
  private static final double POOR_TERM = 0.45;
  private static final double LEAST_TARGET = 0.0005;
  private static final double LEAST_TERM = 0.0003;
  private static final double LEAST_PLACEMENT = 0.002;

  private final PlantedAccount account;
  private final AccountPlan plan;
  private final Entities entities;
  private final double[] spend;
  private final double[] sales;
  private final double weeks;
  private final double yardstick;

  NaturalFaults(PlantedAccount account, Entities entities, List<SimulatedDay> days) {
    this.account = account;
    this.plan = account.plan();
    this.entities = entities;
    this.spend = new double[plan.targets().size()];
    this.sales = new double[spend.length];
    this.weeks = days.size() / 7.0;
    days.forEach(this::add);
    this.yardstick = yardstick();
  }

  private void add(SimulatedDay day) {
    Levers incidents = account.incidentLevers(day.day());
    Levers none = Levers.on(day.day(), plan, List.of());
    PlacementModel placements = plan.shape().nature().placements();
    double price = plan.meanPrice(none);
    double movedPrice = plan.meanPrice(incidents);
    for (TargetModel model : TargetModel.of(plan)) {
      int i = model.plan().index();
      double kept =
          incidents.conversion(i)
              * model.meanConversion()
              * model.orderValue(incidents, movedPrice)
              / model.orderValue(none, price)
              * placements.meanConversion(incidents.placements(model.plan().campaign()));
      if (kept > 0) {
        spend[i] += day.expectedSpend(i) / incidents.price(i);
        sales[i] += day.expectedSales(i) / kept;
      }
    }
  }

  /// The target ACOS; where the seller keeps it to himself, an analyst has the account's average
  /// only.
  private double yardstick() {
    double target = plan.shape().targetAcos().doubleValue();
    double mean = Arrays.stream(spend).sum() / Arrays.stream(sales).sum();
    return plan.shape().nature().tellsTarget() ? target : Math.min(target, mean);
  }

  List<Neutral> neutrals(double weeklySpend) {
    List<Neutral> neutrals = new ArrayList<>();
    double least = LEAST_TARGET * weeklySpend;
    for (TargetPlan target : plan.targets()) {
      add(
          neutrals,
          List.of("bid_too_high"),
          new Place.OfTarget(target.index()),
          List.of(target),
          least);
    }
    List<String> kinds = List.of("bid_too_high", "bleeding");
    groups(TargetPlan::campaign)
        .forEach(
            (campaign, own) -> add(neutrals, kinds, new Place.OfCampaign(campaign), own, least));
    groups(TargetPlan::adGroup)
        .forEach((group, own) -> add(neutrals, kinds, new Place.OfAdGroup(group), own, least));
    groups(target -> target.campaign() * MatchType.values().length + target.match().ordinal())
        .values()
        .forEach(own -> {
          TargetPlan one = own.getFirst();
          add(neutrals, kinds, new Place.OfMatch(one.campaign(), one.match()), own, least);
        });
    terms(neutrals, weeklySpend);
    placements(neutrals, weeklySpend);
    return neutrals;
  }

  private SortedMap<Integer, List<TargetPlan>> groups(Function<TargetPlan, Integer> by) {
    return plan.targets().stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  private void add(
      List<Neutral> neutrals,
      List<String> kinds,
      Place place,
      List<TargetPlan> own,
      double leastSpend) {
    double paid = own.stream().mapToDouble(target -> spend[target.index()]).sum();
    double ratio = ratio(own);
    if (ratio >= BAD && paid / weeks >= leastSpend) {
      String why = String.format(Locale.ROOT, "true ACOS is %.2f times the target", ratio);
      for (String kind : kinds) {
        neutrals.add(new Neutral(Optional.of(kind), entities.at(place), ids(own), why));
      }
    }
  }

  private double ratio(List<TargetPlan> own) {
    double paid = own.stream().mapToDouble(target -> spend[target.index()]).sum();
    double sold = own.stream().mapToDouble(target -> sales[target.index()]).sum();
    return sold == 0 ? 0 : paid / sold / yardstick;
  }

  private void terms(List<Neutral> neutrals, double weeklySpend) {
    for (TargetPlan target : plan.targets()) {
      for (int i = 0; i < target.terms().size(); i++) {
        TermPlan term = target.terms().get(i);
        double weekly = spend[target.index()] * term.share() / weeks;
        boolean planted = term.conversion() == 0;
        if (!planted && term.conversion() <= POOR_TERM && weekly >= LEAST_TERM * weeklySpend) {
          neutrals.add(
              new Neutral(
                  Optional.of("wasted_search_term"),
                  entities.at(new Place.OfTerm(target.index(), i)),
                  List.of(target.id()),
                  String.format(
                      Locale.ROOT,
                      "converts truly %.2f times as often as its target",
                      term.conversion())));
        }
      }
    }
  }

  private void placements(List<Neutral> neutrals, double weeklySpend) {
    PlacementModel model = plan.shape().nature().placements();
    groups(TargetPlan::campaign)
        .forEach((campaign, own) -> {
          double paid = own.stream().mapToDouble(target -> spend[target.index()]).sum() / weeks;
          for (int i = 0; i < PlacementModel.NAMES.size(); i++) {
            double ratio = ratio(own) * model.price(i) / model.conversion(i);
            if (ratio >= BAD && paid * model.clicks(i) >= LEAST_PLACEMENT * weeklySpend) {
              neutrals.add(
                  new Neutral(
                      Optional.of("placement_inefficient"),
                      entities.at(new Place.OfPlacement(campaign, i)),
                      ids(own),
                      String.format(
                          Locale.ROOT, "true ACOS there is %.2f times the target", ratio)));
            }
          }
        });
  }

  private static List<String> ids(List<TargetPlan> own) {
    return own.stream().map(TargetPlan::id).toList();
  }
}
