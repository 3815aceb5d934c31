package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;
import dev.spendlight.simulator.Effect.Lever;
import dev.spendlight.simulator.Sites.Claim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Plants incidents where they matter: each kind ranks the campaigns, and one of the first is
/// drawn. An incident that finds no place is left out.
final class Planting {
  private static final int PRICE_RAMP = 4;
  private static final int DEMAND_RAMP = 3;
  private static final double AMPLE = 1.25;
  private static final int PLACEMENTS_THAT_MATTER = 3;
  private static final double BETTER = 0.5;

  private final AccountPlan plan;
  private final Draws draws;
  private final Sites sites;
  private final boolean wide;
  private final List<CampaignPlan> campaigns;
  private final List<TargetPlan> targets;
  private final List<Planted> planted = new ArrayList<>();

  Planting(AccountPlan plan, Sites sites, Draws draws) {
    this.plan = plan;
    this.draws = draws;
    this.sites = sites;
    this.wide = !plan.shape().nature().isOrdinary();
    this.campaigns = new ArrayList<>(plan.campaigns());
    this.targets = new ArrayList<>(plan.targets());
  }

  PlantedAccount plantAll() {
    for (Incident incident : plan.shape().incidents()) {
      plant(incident);
    }
    return new PlantedAccount(
        new AccountPlan(plan.shape(), plan.products(), campaigns, plan.adGroups(), targets),
        planted,
        List.of());
  }

  private void plant(Incident incident) {
    LocalDate last = plan.shape().lastDay();
    Optional<LocalDate> onset =
        incident.daysAgo().isPresent()
            ? Optional.of(last.minusDays(incident.daysAgo().getAsInt()))
            : Optional.empty();
    switch (incident) {
      case Incident.ZeroConversion zero ->
          draw(Claim.CONVERSION, each -> sites.spendOfRank(each, zero.targets() - 1))
              .ifPresent(campaign ->
                  targets(campaign, zero.targets())
                      .forEach(target ->
                          target(incident, onset, target, Lever.CONVERSION, zero.conversion())));
      case Incident.BidTooHigh bid ->
          draw(Claim.PRICE, each -> sites.spendOfRank(each, 0))
              .ifPresent(campaign ->
                  targets(campaign, 1)
                      .forEach(target -> target(incident, onset, target, Lever.BID, bid.price())));
      case Incident.WastedSearchTerms wasted ->
          draw(Claim.CONVERSION, each -> sites.termSpend(each, wasted.terms()))
              .ifPresent(campaign -> terms(wasted, campaign));
      case Incident.ExpensiveCampaign expensive ->
          draw(Claim.PRICE, sites::spend)
              .ifPresent(
                  campaign -> whole(incident, onset, campaign, Lever.BID, expensive.price()));
      case Incident.CpcInflation inflation ->
          draw(Claim.PRICE, sites::spend)
              .ifPresent(campaign -> inflation(inflation, onset, campaign));
      case Incident.Bleeding bleeding ->
          draw(Claim.CONVERSION, each -> salesOf(bleeding.part(), each))
              .or(() -> draw(Claim.CONVERSION, each -> sites.sales((int) each)))
              .ifPresent(campaign -> bleeding(bleeding, onset, campaign));
      case Incident.BudgetExhausted budget ->
          draw(Claim.DEMAND, sites::profit)
              .ifPresent(campaign ->
                  add(
                      incident,
                      onset,
                      new Place.OfCampaign(campaign),
                      ofCampaign(campaign),
                      List.of(
                          new Effect.BudgetOfDemand(
                              campaign, budget.ofDemand(), onset.orElse(LocalDate.MIN)))));
      case Incident.DemandOutgrown grown ->
          draw(Claim.DEMAND, sites::profit).ifPresent(campaign -> outgrown(grown, onset, campaign));
      case Incident.ImpressionDrop drop ->
          draw(Claim.DEMAND, each -> sites.sales((int) each))
              .ifPresent(
                  campaign -> whole(incident, onset, campaign, Lever.DEMAND, drop.impressions()));
      case Incident.PlacementInefficient placement ->
          draw(Claim.CONVERSION, sites::spend)
              .ifPresent(campaign -> placement(placement, onset, campaign));
      case Incident.GoodLaunch launch -> launch(launch, onset, launch.conversion());
      case Incident.BadLaunch launch -> launch(launch, onset, launch.conversion());
      case Incident.ConversionCollapse collapse ->
          sites
              .product(draws, EnumSet.of(Claim.CONVERSION))
              .ifPresent(product ->
                  product(
                      incident,
                      onset,
                      product,
                      new Effect.OnConversion(
                          product, Course.since(onset, collapse.conversion()))));
      case Incident.OrderValueDrop drop ->
          sites
              .product(draws, EnumSet.of(Claim.VALUE))
              .ifPresent(product ->
                  product(
                      incident,
                      onset,
                      product,
                      new Effect.OnOrderValue(product, Course.since(onset, drop.value()))));
      case Incident.TrackingBroken broken ->
          account(
              incident,
              onset,
              all(),
              List.of(new Effect.OnTracking(Course.since(onset, broken.recorded()))));
      case Incident.MarketShift shift ->
          account(
              incident,
              onset,
              all(),
              List.of(
                  new Effect.OnTargets(Lever.DEMAND, all(), Course.since(onset, shift.demand())),
                  new Effect.OnTargets(
                      Lever.CONVERSION, all(), Course.since(onset, shift.conversion()))));
      case Incident.MissingDay missing ->
          account(incident, onset, List.of(), List.of(new Effect.Undelivered(onset.orElseThrow())));
    }
  }

  private Optional<Integer> draw(Claim claim, ToDoubleFunction<Integer> score) {
    return wide
        ? sites.any(draws, EnumSet.of(claim), BETTER, score)
        : Optional.of(sites.foremost(draws, score));
  }

  /// The targets with most spend; in a wide planting one may be passed over.
  private List<TargetPlan> targets(int campaign, int count) {
    return sites.bySpend(campaign).stream()
        .skip(wide && plan.targetsOf(campaign).size() > 2 * count + 1 ? draws.below(2) : 0)
        .limit(count)
        .toList();
  }

  private void target(
      Incident incident, Optional<LocalDate> onset, TargetPlan target, Lever lever, double factor) {
    List<Integer> own = List.of(target.index());
    add(
        incident,
        onset,
        new Place.OfTarget(target.index()),
        own,
        List.of(new Effect.OnTargets(lever, own, Course.since(onset, factor))));
  }

  private void terms(Incident.WastedSearchTerms wasted, int campaign) {
    TargetPlan target = sites.meetsMost(campaign);
    List<TermPlan> terms = new ArrayList<>(target.terms());
    if (wide) {
      swapShares(terms, 0, 1);
    }
    // Not the first: that is what the target is there for.
    for (int i = 1; i <= wasted.terms() && i < terms.size(); i++) {
      terms.set(i, new TermPlan(terms.get(i).text(), terms.get(i).share(), 0));
      add(
          wasted,
          Optional.empty(),
          new Place.OfTerm(target.index(), i),
          List.of(target.index()),
          List.of());
    }
    targets.set(target.index(), target.withTerms(terms));
  }

  /// Many people type it, and want something else.
  private static void swapShares(List<TermPlan> terms, int one, int other) {
    TermPlan first = terms.get(one);
    TermPlan second = terms.get(other);
    terms.set(one, new TermPlan(first.text(), second.share(), first.conversion()));
    terms.set(other, new TermPlan(second.text(), first.share(), second.conversion()));
  }

  private void whole(
      Incident incident, Optional<LocalDate> onset, int campaign, Lever lever, double factor) {
    List<Integer> own = ofCampaign(campaign);
    add(
        incident,
        onset,
        new Place.OfCampaign(campaign),
        own,
        List.of(new Effect.OnTargets(lever, own, Course.since(onset, factor))));
  }

  private void inflation(Incident.CpcInflation inflation, Optional<LocalDate> onset, int campaign) {
    List<Integer> own = ofCampaign(campaign);
    Course course = Course.since(onset, inflation.price()).over(PRICE_RAMP);
    add(
        inflation,
        onset,
        new Place.OfCampaign(campaign),
        own,
        List.of(new Effect.OnTargets(Lever.PRICE, own, course)));
  }

  private void bleeding(Incident.Bleeding bleeding, Optional<LocalDate> onset, int campaign) {
    TargetPlan largest = sites.bySpend(campaign).getFirst();
    List<Integer> all = ofCampaign(campaign);
    List<Integer> own =
        switch (bleeding.part()) {
          case WHOLE -> all;
          case AD_GROUP -> indices(campaign, t -> t.adGroup() == largest.adGroup());
          case MATCH_TYPE -> indices(campaign, t -> t.match() == largest.match());
        };
    Place place =
        own.size() == all.size() ? new Place.OfCampaign(campaign) : part(bleeding.part(), largest);
    add(
        bleeding,
        onset,
        place,
        own,
        List.of(
            new Effect.OnTargets(
                Lever.CONVERSION, own, Course.since(onset, bleeding.conversion()))));
  }

  private double salesOf(Incident.Part part, int campaign) {
    return switch (part) {
      case WHOLE -> sites.sales(campaign);
      case AD_GROUP -> sites.salesInParts(campaign, TargetPlan::adGroup);
      case MATCH_TYPE -> sites.salesInParts(campaign, TargetPlan::match);
    };
  }

  private static Place part(Incident.Part part, TargetPlan target) {
    MatchType match = target.match();
    return switch (part) {
      case WHOLE -> new Place.OfCampaign(target.campaign());
      case AD_GROUP -> new Place.OfAdGroup(target.adGroup());
      case MATCH_TYPE -> new Place.OfMatch(target.campaign(), match);
    };
  }

  private void outgrown(Incident.DemandOutgrown grown, Optional<LocalDate> onset, int campaign) {
    List<Integer> own = ofCampaign(campaign);
    Course course = Course.since(onset, grown.demand()).over(DEMAND_RAMP);
    add(
        grown,
        onset,
        new Place.OfCampaign(campaign),
        own,
        List.of(
            new Effect.OnTargets(Lever.DEMAND, own, course),
            new Effect.BudgetOfDemand(campaign, AMPLE, LocalDate.MIN)));
  }

  private void placement(
      Incident.PlacementInefficient incident, Optional<LocalDate> onset, int campaign) {
    int placement = draws.below(PLACEMENTS_THAT_MATTER);
    add(
        incident,
        onset,
        new Place.OfPlacement(campaign, placement),
        ofCampaign(campaign),
        List.of(
            new Effect.OnPlacement(
                campaign, placement, Course.since(onset, incident.conversion()))));
  }

  private void launch(Incident launch, Optional<LocalDate> start, double conversion) {
    Optional<Integer> drawn =
        wide
            ? sites.any(draws, Sites.EVERYTHING, BETTER, sites::salesBesideSiblings)
            : Optional.of(sites.foremost(draws, each -> sites.sales((int) each)));
    drawn.ifPresent(campaign -> {
      campaigns.set(campaign, campaigns.get(campaign).withStart(start.orElseThrow()));
      whole(launch, start, campaign, Lever.CONVERSION, conversion);
    });
  }

  private void product(Incident incident, Optional<LocalDate> onset, int product, Effect effect) {
    add(
        incident,
        onset,
        new Place.OfProduct(product),
        sites.targetsOfProduct(product),
        List.of(effect));
  }

  private void account(
      Incident incident, Optional<LocalDate> onset, List<Integer> own, List<Effect> effects) {
    add(incident, onset, new Place.WholeAccount(), own, effects);
  }

  private void add(
      Incident incident,
      Optional<LocalDate> onset,
      Place place,
      List<Integer> own,
      List<Effect> effects) {
    planted.add(new Planted(incident, onset, place, own, effects));
  }

  private List<Integer> all() {
    return plan.targets().stream().map(TargetPlan::index).toList();
  }

  private List<Integer> ofCampaign(int campaign) {
    return indices(campaign, any -> true);
  }

  private List<Integer> indices(int campaign, Predicate<TargetPlan> which) {
    return plan.targetsOf(campaign).stream().filter(which).map(TargetPlan::index).toList();
  }
}
