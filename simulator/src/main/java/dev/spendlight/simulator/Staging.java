package dev.spendlight.simulator;

import dev.spendlight.simulator.Effect.Lever;
import dev.spendlight.simulator.Sites.Claim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lets decoys happen where no incident is that moves the same.
final class Staging {
  private static final double EVENT_DEMAND = 2.2;
  private static final double EVENT_CONVERSION = 1.35;
  private static final double EVENT_PRICE = 1.25;
  private static final int EVENT_DAYS = 2;
  private static final double DIP = 0.86;
  private static final int DIP_DAYS = 3;
  private static final int DECLINE_DAYS = 12;

  private final PlantedAccount account;
  private final AccountPlan plan;
  private final Sites sites;
  private final Draws draws;
  private final LocalDate last;
  private final List<CampaignPlan> campaigns;
  private final List<Staged> staged = new ArrayList<>();

  Staging(PlantedAccount account, Sites sites, Draws draws) {
    this.account = account;
    this.plan = account.plan();
    this.sites = sites;
    this.draws = draws;
    this.last = plan.shape().lastDay();
    this.campaigns = new ArrayList<>(plan.campaigns());
  }

  PlantedAccount stageAll() {
    for (Decoy decoy : plan.shape().decoys()) {
      stage(decoy);
    }
    return new PlantedAccount(
        new AccountPlan(plan.shape(), plan.products(), campaigns, plan.adGroups(), plan.targets()),
        account.planted(),
        staged);
  }

  private void stage(Decoy decoy) {
    switch (decoy) {
      case Decoy.Promotion promotion ->
          product(EnumSet.of(Claim.CONVERSION, Claim.VALUE))
              .ifPresent(product -> {
                LocalDate from = last.minusDays(promotion.daysAgo());
                Course more = Course.during(from, promotion.days(), promotion.conversion());
                Course less = Course.during(from, promotion.days(), promotion.value());
                ofProduct(
                    decoy,
                    product,
                    List.of(
                        new Effect.OnConversion(product, more),
                        new Effect.OnOrderValue(product, less)));
              });
      case Decoy.PriceChange change ->
          product(EnumSet.of(Claim.CONVERSION, Claim.VALUE))
              .ifPresent(product ->
                  ofProduct(
                      decoy,
                      product,
                      List.of(
                          new Effect.OnOrderValue(product, since(change.daysAgo(), change.price())),
                          new Effect.OnConversion(
                              product, since(change.daysAgo(), change.conversion())))));
      case Decoy.ShoppingEvent event -> event(event);
      case Decoy.SeasonalRamp ramp ->
          product(EnumSet.of(Claim.DEMAND))
              .ifPresent(product -> {
                Course course = since(ramp.daysAgo(), ramp.demand()).over(ramp.days());
                ofProduct(
                    decoy,
                    product,
                    List.of(
                        new Effect.OnTargets(
                            Lever.DEMAND, sites.targetsOfProduct(product), course)));
              });
      case Decoy.BrandDecline decline -> {
        List<Integer> brand =
            plan.targets().stream().filter(TargetPlan::brand).map(TargetPlan::index).toList();
        Course course = since(decline.daysAgo(), decline.demand()).over(DECLINE_DAYS);
        add(
            decoy,
            new Place.WholeAccount(),
            brand,
            List.of(new Effect.OnTargets(Lever.DEMAND, brand, course)));
      }
      case Decoy.OrdinaryLaunch launch ->
          campaign(Sites.EVERYTHING)
              .ifPresent(campaign -> {
                LocalDate start = last.minusDays(launch.age());
                campaigns.set(campaign, campaigns.get(campaign).withStart(start));
                ofCampaign(decoy, campaign, List.of());
              });
      case Decoy.PausedCampaign paused ->
          campaign(Sites.EVERYTHING).ifPresent(campaign -> pause(paused, campaign));
      case Decoy.PausedTargets paused ->
          campaign(EnumSet.of(Claim.DEMAND)).ifPresent(campaign -> pause(paused, campaign));
      case Decoy.BidChange change ->
          campaign(EnumSet.of(Claim.PRICE, Claim.DEMAND))
              .ifPresent(campaign -> {
                List<Integer> own = targets(campaign);
                double more = StrictMath.sqrt(change.bid());
                ofCampaign(
                    decoy,
                    campaign,
                    List.of(
                        new Effect.OnTargets(Lever.BID, own, since(change.daysAgo(), change.bid())),
                        new Effect.OnTargets(Lever.DEMAND, own, since(change.daysAgo(), more))));
              });
      case Decoy.BudgetChange change ->
          campaign(EnumSet.of(Claim.DEMAND))
              .ifPresent(campaign ->
                  ofCampaign(
                      decoy,
                      campaign,
                      List.of(
                          new Effect.BudgetTimes(
                              campaign, change.budget(), last.minusDays(change.daysAgo())))));
      case Decoy.NearlyCapped capped ->
          campaign(EnumSet.of(Claim.DEMAND))
              .ifPresent(campaign ->
                  ofCampaign(
                      decoy,
                      campaign,
                      List.of(
                          new Effect.BudgetOfDemand(campaign, capped.ofDemand(), LocalDate.MIN))));
      case Decoy.Renaming renaming -> rename(renaming);
      case Decoy.LostDay lost ->
          add(
              decoy,
              new Place.WholeAccount(),
              List.of(),
              List.of(new Effect.Undelivered(last.minusDays(lost.daysAgo()))));
    }
  }

  private void event(Decoy.ShoppingEvent event) {
    LocalDate from = last.minusDays(event.daysAgo());
    LocalDate after = from.plusDays(EVENT_DAYS);
    List<Integer> all = plan.targets().stream().map(TargetPlan::index).toList();
    add(
        event,
        new Place.WholeAccount(),
        all,
        List.of(
            new Effect.OnTargets(Lever.DEMAND, all, Course.during(from, EVENT_DAYS, EVENT_DEMAND)),
            new Effect.OnTargets(
                Lever.CONVERSION, all, Course.during(from, EVENT_DAYS, EVENT_CONVERSION)),
            new Effect.OnTargets(Lever.PRICE, all, Course.during(from, EVENT_DAYS, EVENT_PRICE)),
            new Effect.OnTargets(Lever.DEMAND, all, Course.during(after, DIP_DAYS, DIP)),
            new Effect.OnTargets(Lever.CONVERSION, all, Course.during(after, DIP_DAYS, DIP))));
  }

  private void pause(Decoy.PausedCampaign paused, int campaign) {
    LocalDate from = last.minusDays(paused.daysAgo());
    LocalDate to =
        paused.days().isPresent() ? from.plusDays(paused.days().getAsInt() - 1L) : LocalDate.MAX;
    ofCampaign(
        paused,
        campaign,
        List.of(
            new Effect.OnTargets(Lever.DEMAND, targets(campaign), new Course(from, to, 0, 1)),
            new Effect.CampaignStatus(campaign, "PAUSED", from, to)));
  }

  private void pause(Decoy.PausedTargets paused, int campaign) {
    LocalDate from = last.minusDays(paused.daysAgo());
    List<TargetPlan> bySpend = sites.bySpend(campaign);
    List<Integer> own =
        bySpend.stream()
            .limit(Math.min(paused.targets(), bySpend.size() / 2))
            .map(TargetPlan::index)
            .toList();
    String status = draws.chance(0.8) ? "PAUSED" : "ARCHIVED";
    add(
        paused,
        new Place.OfCampaign(campaign),
        own,
        List.of(
            new Effect.OnTargets(Lever.DEMAND, own, since(paused.daysAgo(), 0)),
            new Effect.TargetStatus(own, status, from)));
  }

  private void rename(Decoy.Renaming renaming) {
    List<CampaignPlan> chosen = new ArrayList<>(campaigns);
    draws.shuffle(chosen);
    LocalDate from = last.minusDays(renaming.daysAgo());
    String mark = draws.pick(List.of(" | %d", " (%d)", "_%d", " - FY%d"));
    add(
        renaming,
        new Place.WholeAccount(),
        List.of(),
        chosen.stream()
            .limit(renaming.campaigns())
            .<Effect>map(campaign ->
                new Effect.Name(
                    campaign.index(), campaign.name() + mark.formatted(from.getYear()), from))
            .toList());
  }

  private Optional<Integer> product(Set<Claim> claim) {
    return sites.product(draws, claim);
  }

  private Optional<Integer> campaign(Set<Claim> claim) {
    return sites.any(draws, claim, 0.5, sites::spend);
  }

  private Course since(int daysAgo, double factor) {
    return Course.since(Optional.of(last.minusDays(daysAgo)), factor);
  }

  private void ofProduct(Decoy decoy, int product, List<Effect> effects) {
    add(decoy, new Place.OfProduct(product), sites.targetsOfProduct(product), effects);
  }

  private void ofCampaign(Decoy decoy, int campaign, List<Effect> effects) {
    add(decoy, new Place.OfCampaign(campaign), targets(campaign), effects);
  }

  private void add(Decoy decoy, Place place, List<Integer> own, List<Effect> effects) {
    staged.add(new Staged(decoy, place, own, effects));
  }

  private List<Integer> targets(int campaign) {
    return plan.targetsOf(campaign).stream().map(TargetPlan::index).toList();
  }
}
