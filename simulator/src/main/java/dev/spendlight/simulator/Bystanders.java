package dev.spendlight.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decoys, capped budgets and launches of which a finding would not be quite wrong.
final class Bystanders {
  private static final int RECENT = 21;
  private static final double CAPPED = 0.97;
  private static final double BETTER = 1.2;
  private static final double WORSE = 0.83;
  private static final double UNEXPLAINED_BID = 1.12;

  private final PlantedAccount account;
  private final AccountPlan plan;
  private final Entities entities;

  Bystanders(PlantedAccount account, Entities entities) {
    this.account = account;
    this.plan = account.plan();
    this.entities = entities;
  }

  List<Neutral> neutrals(List<SimulatedDay> week) {
    List<Neutral> neutrals = new ArrayList<>();
    for (Staged staged : account.staged()) {
      neutrals.addAll(of(staged));
    }
    neutrals.addAll(capped(week));
    return neutrals;
  }

  private List<Neutral> of(Staged staged) {
    return switch (staged.decoy()) {
      case Decoy.Promotion promotion when promotion.daysAgo() <= RECENT ->
          List.of(neutral("order_value_drop", staged, "a promotion"));
      case Decoy.PriceChange change ->
          List.of(
              neutral("order_value_drop", staged, "its price really changed"),
              neutral("conversion_collapse", staged, "its price really changed"));
      case Decoy.ShoppingEvent event ->
          List.of(neutral("market_shift", staged, "two days on which everybody shops"));
      case Decoy.SeasonalRamp ramp when ramp.demand() < 0.75 ->
          campaigns(staged, "impression_drop", "its season ends");
      case Decoy.BrandDecline decline ->
          campaigns(staged, "impression_drop", "people look for the brand less");
      case Decoy.OrdinaryLaunch launch -> launch(staged);
      case Decoy.PausedCampaign(int daysAgo, var days) when days.isPresent() ->
          List.of(
              neutral("launch_outperforming", staged, "resumed, not new"),
              neutral("launch_underperforming", staged, "resumed, not new"));
      case Decoy.BidChange change when change.bid() > UNEXPLAINED_BID ->
          List.of(neutral("cpc_inflation", staged, "the seller raised the bids"));
      case Decoy.LostDay lost -> List.of(neutral("data_missing", staged, "a day was lost"));
      default -> List.of();
    };
  }

  private Neutral neutral(String kind, Staged staged, String why) {
    return new Neutral(Optional.of(kind), entities.at(staged.place()), ids(staged.targets()), why);
  }

  private List<Neutral> campaigns(Staged staged, String kind, String why) {
    return staged.targets().stream()
        .collect(Collectors.groupingBy(target -> plan.targets().get(target).campaign()))
        .entrySet()
        .stream()
        .map(own ->
            new Neutral(
                Optional.of(kind),
                entities.at(new Place.OfCampaign(own.getKey())),
                ids(own.getValue()),
                why))
        .toList();
  }

  /// A new campaign may truly be better or worse than its product's others, without our doing.
  private List<Neutral> launch(Staged staged) {
    if (!(staged.place() instanceof Place.OfCampaign(int campaign))) {
      return List.of();
    }
    int product = mainProduct(plan.targetsOf(campaign).getFirst());
    List<TargetPlan> others =
        plan.targets().stream()
            .filter(target -> target.campaign() != campaign && !target.brand())
            .toList();
    List<TargetPlan> siblings =
        others.stream().filter(target -> mainProduct(target) == product).toList();
    double ratio =
        conversion(plan.targetsOf(campaign)) / conversion(siblings.isEmpty() ? others : siblings);
    String why = String.format(Locale.ROOT, "new, and converts truly %.2f times as often", ratio);
    if (ratio >= BETTER) {
      return List.of(neutral("launch_outperforming", staged, why));
    }
    return ratio <= WORSE ? List.of(neutral("launch_underperforming", staged, why)) : List.of();
  }

  private int mainProduct(TargetPlan target) {
    return plan.adGroups().get(target.adGroup()).products().getFirst().index();
  }

  private static double conversion(List<TargetPlan> targets) {
    double clicks = targets.stream().mapToDouble(t -> t.impressions() * t.clickRate()).sum();
    return targets.stream().mapToDouble(TargetPlan::dailyOrders).sum() / clicks;
  }

  private List<Neutral> capped(List<SimulatedDay> week) {
    Set<Integer> planted =
        account.planted().stream()
            .filter(each -> each.incident().kind().equals("budget_exhausted"))
            .map(each -> plan.targets().get(each.targets().getFirst()).campaign())
            .collect(Collectors.toSet());
    List<Neutral> neutrals = new ArrayList<>();
    for (CampaignPlan campaign : plan.campaigns()) {
      double share =
          week.stream()
              .mapToDouble(day -> day.expectedInBudget(campaign.index()))
              .average()
              .orElse(1);
      if (share < CAPPED && !planted.contains(campaign.index())) {
        List<Integer> own =
            plan.targetsOf(campaign.index()).stream().map(TargetPlan::index).toList();
        neutrals.add(
            new Neutral(
                Optional.of("budget_exhausted"),
                entities.at(new Place.OfCampaign(campaign.index())),
                ids(own),
                String.format(Locale.ROOT, "truly in budget %.0f%% of the day", 100 * share)));
      }
    }
    return neutrals;
  }

  private List<String> ids(List<Integer> targets) {
    return targets.stream().map(target -> plan.targets().get(target).id()).toList();
  }
}
