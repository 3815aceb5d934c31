package dev.spendlight.simulator;

import dev.spendlight.simulator.Sites.Claim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Plants incidents where they matter: each kind ranks the campaigns, and one of the first is
/// drawn. An incident that finds no place is left out.
final class Planting {
  private static final int PLACEMENTS_THAT_MATTER = 3;
  private static final double MOST_OF_THEM = 0.5;
  private static final double CAMPAIGNS_THAT_MATTER = 20;

  private final AccountPlan plan;
  private final Draws draws;
  private final Sites sites;
  private final boolean wide;
  private final double better;
  private final List<CampaignPlan> campaigns;
  private final List<TargetPlan> targets;
  private final List<Planted> planted = new ArrayList<>();

  Planting(AccountPlan plan, Sites sites, Draws draws) {
    this.plan = plan;
    this.draws = draws;
    this.sites = sites;
    // The few foremost campaigns are where a demo shows most; elsewhere it may be any of the
    // better.
    this.wide = !plan.shape().nature().isOrdinary();
    // Of hundreds of campaigns most are too small for anybody to care.
    this.better = Math.min(MOST_OF_THEM, CAMPAIGNS_THAT_MATTER / plan.campaigns().size());
    this.campaigns = new ArrayList<>(plan.campaigns());
    this.targets = new ArrayList<>(plan.targets());
  }

  PlantedAccount plantAll() {
    for (Incident incident : plan.shape().incidents()) {
      Optional<LocalDate> onset =
          incident.daysAgo().isPresent()
              ? Optional.of(plan.shape().lastDay().minusDays(incident.daysAgo().getAsInt()))
              : Optional.empty();
      for (Place place : places(incident, onset)) {
        List<Integer> own =
            incident instanceof Incident.MissingDay ? List.of() : sites.targetsAt(place);
        List<Effect> effects = new IncidentEffects(onset, place, own).of(incident);
        planted.add(new Planted(incident, onset, place, own, effects));
      }
    }
    return new PlantedAccount(
        new AccountPlan(plan.shape(), plan.products(), campaigns, plan.adGroups(), targets),
        planted,
        List.of());
  }

  private List<Place> places(Incident incident, Optional<LocalDate> onset) {
    return switch (incident) {
      case Incident.ZeroConversion zero ->
          draw(Claim.CONVERSION, each -> sites.spendOfRank(each, zero.targets() - 1))
              .map(campaign -> targets(campaign, zero.targets()))
              .orElse(List.of());
      case Incident.BidTooHigh bid ->
          draw(Claim.PRICE, each -> sites.spendOfRank(each, 0))
              .map(campaign -> targets(campaign, 1))
              .orElse(List.of());
      case Incident.WastedSearchTerms wasted ->
          draw(Claim.CONVERSION, each -> sites.termSpend(each, wasted.terms()))
              .map(campaign -> terms(campaign, wasted.terms()))
              .orElse(List.of());
      case Incident.ExpensiveCampaign expensive -> campaign(draw(Claim.PRICE, sites::spend));
      case Incident.CpcInflation inflation -> campaign(draw(Claim.PRICE, sites::spend));
      case Incident.BudgetExhausted budget -> campaign(draw(Claim.DEMAND, sites::profit));
      case Incident.DemandOutgrown grown -> campaign(draw(Claim.DEMAND, sites::profit));
      case Incident.ImpressionDrop drop -> campaign(draw(Claim.DEMAND, this::sales));
      case Incident.Bleeding bleeding ->
          draw(Claim.CONVERSION, each -> salesOf(bleeding.part(), each))
              .or(() -> draw(Claim.CONVERSION, this::sales))
              .map(campaign -> part(bleeding.part(), campaign))
              .stream()
              .toList();
      case Incident.PlacementInefficient inefficient ->
          draw(Claim.CONVERSION, sites::spend)
              .<Place>map(
                  campaign -> new Place.OfPlacement(campaign, draws.below(PLACEMENTS_THAT_MATTER)))
              .stream()
              .toList();
      case Incident.GoodLaunch launch -> launch(onset.orElseThrow());
      case Incident.BadLaunch launch -> launch(onset.orElseThrow());
      case Incident.ConversionCollapse collapse -> product(Claim.CONVERSION);
      case Incident.OrderValueDrop drop -> product(Claim.VALUE);
      case Incident.TrackingBroken broken -> List.of(new Place.WholeAccount());
      case Incident.MarketShift shift -> List.of(new Place.WholeAccount());
      case Incident.MissingDay missing -> List.of(new Place.WholeAccount());
    };
  }

  private Optional<Integer> draw(Claim claim, ToDoubleFunction<Integer> score) {
    return wide
        ? sites.any(draws, EnumSet.of(claim), better, score)
        : Optional.of(sites.foremost(draws, score));
  }

  private static List<Place> campaign(Optional<Integer> drawn) {
    return drawn.<Place>map(Place.OfCampaign::new).stream().toList();
  }

  private List<Place> product(Claim claim) {
    return sites.product(draws, EnumSet.of(claim)).<Place>map(Place.OfProduct::new).stream()
        .toList();
  }

  /// The targets with most spend; in a wide planting one may be passed over.
  private List<Place> targets(int campaign, int count) {
    return sites.bySpend(campaign).stream()
        .skip(wide && plan.targetsOf(campaign).size() > 2 * count + 1 ? draws.below(2) : 0)
        .limit(count)
        .<Place>map(target -> new Place.OfTarget(target.index()))
        .toList();
  }

  /// Search terms that from now on never convert.
  private List<Place> terms(int campaign, int count) {
    TargetPlan target = sites.meetsMost(campaign);
    List<TermPlan> terms = new ArrayList<>(target.terms());
    if (wide) {
      swapShares(terms, 0, 1);
    }
    // Not the first: that is what the target is there for.
    int last = Math.min(count, terms.size() - 1);
    for (int i = 1; i <= last; i++) {
      terms.set(i, new TermPlan(terms.get(i).text(), terms.get(i).share(), 0));
    }
    targets.set(target.index(), target.withTerms(terms));
    return IntStream.rangeClosed(1, last)
        .<Place>mapToObj(i -> new Place.OfTerm(target.index(), i))
        .toList();
  }

  /// Many people type it, and want something else.
  private static void swapShares(List<TermPlan> terms, int one, int other) {
    TermPlan first = terms.get(one);
    TermPlan second = terms.get(other);
    terms.set(one, new TermPlan(first.text(), second.share(), first.conversion()));
    terms.set(other, new TermPlan(second.text(), first.share(), second.conversion()));
  }

  private double sales(int campaign) {
    return sites.sales(campaign);
  }

  private double salesOf(Incident.Part part, int campaign) {
    return switch (part) {
      case WHOLE -> sites.sales(campaign);
      case AD_GROUP -> sites.salesInParts(campaign, TargetPlan::adGroup);
      case MATCH_TYPE -> sites.salesInParts(campaign, TargetPlan::match);
    };
  }

  /// The part where most is spent, or the campaign where that is all of it.
  private Place part(Incident.Part part, int campaign) {
    TargetPlan largest = sites.bySpend(campaign).getFirst();
    Place place =
        switch (part) {
          case WHOLE -> new Place.OfCampaign(campaign);
          case AD_GROUP -> new Place.OfAdGroup(largest.adGroup());
          case MATCH_TYPE -> new Place.OfMatch(campaign, largest.match());
        };
    boolean all = sites.targetsAt(place).size() == plan.targetsOf(campaign).size();
    return all ? new Place.OfCampaign(campaign) : place;
  }

  private List<Place> launch(LocalDate start) {
    Optional<Integer> drawn =
        wide
            ? sites.any(draws, Sites.EVERYTHING, better, sites::salesBesideSiblings)
            : Optional.of(sites.foremost(draws, this::sales));
    drawn.ifPresent(campaign -> campaigns.set(campaign, campaigns.get(campaign).withStart(start)));
    return campaign(drawn);
  }
}
