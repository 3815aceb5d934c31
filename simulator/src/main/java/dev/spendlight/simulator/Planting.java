package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Plants incidents where they matter: each kind ranks the campaigns that have none yet, and one of
/// the first is drawn.
final class Planting {
  private static final Comparator<TargetPlan> MOST_SPEND =
      Comparator.comparingDouble(TargetPlan::dailySpend).reversed();

  private final AccountPlan plan;
  private final Draws draws;
  private final List<CampaignPlan> campaigns;
  private final List<TargetPlan> targets;
  private final List<Planted> planted = new ArrayList<>();
  private final Set<Integer> taken = new HashSet<>();

  Planting(AccountPlan plan, Draws draws) {
    this.plan = plan;
    this.draws = draws;
    this.campaigns = new ArrayList<>(plan.campaigns());
    this.targets = new ArrayList<>(plan.targets());
  }

  PlantedAccount plantAll() {
    for (Incident incident : plan.shape().incidents()) {
      plant(incident);
    }
    return new PlantedAccount(
        new AccountPlan(plan.shape(), plan.products(), campaigns, plan.adGroups(), targets),
        planted);
  }

  private void plant(Incident incident) {
    LocalDate last = plan.shape().lastDay();
    Optional<LocalDate> onset =
        incident.daysAgo().isPresent()
            ? Optional.of(last.minusDays(incident.daysAgo().getAsInt()))
            : Optional.empty();
    switch (incident) {
      case Incident.ZeroConversion zero -> {
        int campaign = draw(each -> spendOfRank(each, zero.targets() - 1));
        bySpend(campaign).stream()
            .limit(zero.targets())
            .forEach(target -> add(incident, onset, campaign, List.of(target), Optional.empty()));
      }
      case Incident.BidTooHigh bid -> {
        int campaign = draw(each -> spendOfRank(each, 0));
        add(incident, onset, campaign, List.of(bySpend(campaign).getFirst()), Optional.empty());
      }
      case Incident.WastedSearchTerms wasted -> plantTerms(wasted);
      case Incident.ExpensiveCampaign expensive -> whole(incident, onset, draw(this::spend));
      case Incident.CpcInflation inflation -> whole(incident, onset, draw(this::spend));
      case Incident.Bleeding bleeding -> whole(incident, onset, draw(this::sales));
      case Incident.BudgetExhausted budget -> whole(incident, onset, draw(this::profit));
      case Incident.GoodLaunch launch -> {
        int campaign = draw(this::sales);
        onset.ifPresent(first -> campaigns.set(campaign, campaigns.get(campaign).withStart(first)));
        whole(incident, onset, campaign);
      }
      case Incident.MissingDay missing -> add(incident, onset, -1, List.of(), Optional.empty());
    }
  }

  private void plantTerms(Incident.WastedSearchTerms wasted) {
    int campaign = draw(each -> termSpend(meetsMost(each), wasted.terms()));
    TargetPlan target = meetsMost(campaign);
    List<TermPlan> terms = new ArrayList<>(target.terms());
    // Not the first: that is what the target is there for.
    for (int i = 1; i <= wasted.terms() && i < terms.size(); i++) {
      terms.set(i, new TermPlan(terms.get(i).text(), terms.get(i).share(), 0));
      add(wasted, Optional.empty(), campaign, List.of(target), Optional.of(i));
    }
    targets.set(target.index(), target.withTerms(terms));
  }

  private void whole(Incident incident, Optional<LocalDate> onset, int campaign) {
    add(incident, onset, campaign, plan.targetsOf(campaign), Optional.empty());
  }

  private void add(
      Incident incident,
      Optional<LocalDate> onset,
      int campaign,
      List<TargetPlan> covered,
      Optional<Integer> term) {
    planted.add(
        new Planted(
            incident, onset, campaign, covered.stream().map(TargetPlan::index).toList(), term));
  }

  /// One of the first among the campaigns that have no incident yet; brand campaigns are left in
  /// peace.
  private int draw(ToDoubleFunction<Integer> score) {
    List<Integer> ranked =
        campaigns.stream()
            .filter(campaign -> campaign.role() != CampaignRole.BRAND)
            .map(CampaignPlan::index)
            .sorted(Comparator.comparingDouble(score).reversed())
            .toList();
    List<Integer> untouched = ranked.stream().filter(index -> !taken.contains(index)).toList();
    List<Integer> free = untouched.isEmpty() ? ranked : untouched;
    int campaign = free.get(draws.below(Math.max(1, Math.min(3, free.size() / 4))));
    taken.add(campaign);
    return campaign;
  }

  private List<TargetPlan> bySpend(int campaign) {
    return plan.targetsOf(campaign).stream().sorted(MOST_SPEND).toList();
  }

  private double spendOfRank(int campaign, int rank) {
    List<TargetPlan> all = bySpend(campaign);
    // A campaign that would have nothing else left is no place for it.
    return all.size() < 2 * (rank + 1) ? 0 : all.get(rank).dailySpend();
  }

  private double spend(int campaign) {
    return plan.targetsOf(campaign).stream().mapToDouble(TargetPlan::dailySpend).sum();
  }

  private double sales(int campaign) {
    return plan.targetsOf(campaign).stream()
        .mapToDouble(target -> target.dailyOrders() * plan.orderValue(target))
        .sum();
  }

  private double profit(int campaign) {
    return plan.shape().margin().doubleValue() * sales(campaign) - spend(campaign);
  }

  private TargetPlan meetsMost(int campaign) {
    List<TargetPlan> all = bySpend(campaign);
    return all.stream().filter(Planting::meetsMany).findFirst().orElse(all.getFirst());
  }

  private static boolean meetsMany(TargetPlan target) {
    return switch (target.match()) {
      case BROAD, PHRASE -> true;
      case AUTO -> target.text().endsWith("match");
      case EXACT, PRODUCT, NONE -> false;
    };
  }

  private static double termSpend(TargetPlan target, int terms) {
    if (!meetsMany(target) || target.match() == MatchType.NONE) {
      return 0;
    }
    return target.dailySpend()
        * target.terms().stream().skip(1).limit(terms).mapToDouble(TermPlan::share).sum();
  }
}
