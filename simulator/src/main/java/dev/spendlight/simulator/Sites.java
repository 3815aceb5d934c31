package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Where in an account something can happen, and where something happens already.
final class Sites {
  /// What of a campaign is spoken for: two things that move the same could not be told apart.
  enum Claim {
    CONVERSION,
    PRICE,
    DEMAND,
    VALUE
  }

  static final Set<Claim> EVERYTHING = EnumSet.allOf(Claim.class);

  private static final Comparator<TargetPlan> MOST_SPEND =
      Comparator.comparingDouble(TargetPlan::dailySpend).reversed();
  private static final double SHARED = 0.25;

  private final AccountPlan plan;
  private final Map<Integer, Set<Claim>> claims = new HashMap<>();

  Sites(AccountPlan plan) {
    this.plan = plan;
  }

  void claim(int campaign, Set<Claim> claim) {
    claims.computeIfAbsent(campaign, any -> EnumSet.noneOf(Claim.class)).addAll(claim);
  }

  private boolean isUntouched(int campaign) {
    return !claims.containsKey(campaign);
  }

  private boolean isFree(int campaign, Set<Claim> wanted) {
    Set<Claim> has = claims.getOrDefault(campaign, Set.of());
    return wanted.stream().noneMatch(has::contains);
  }

  /// One of the few campaigns with the highest score, of those that have nothing yet; brand
  /// campaigns are left in peace.
  int foremost(Draws draws, ToDoubleFunction<Integer> score) {
    List<Integer> ranked = ranked(score);
    List<Integer> untouched = ranked.stream().filter(this::isUntouched).toList();
    List<Integer> free = untouched.isEmpty() ? ranked : untouched;
    int campaign = free.get(draws.below(Math.max(1, Math.min(3, free.size() / 4))));
    claim(campaign, EVERYTHING);
    return campaign;
  }

  /// One of the better campaigns by score. Now and then it is one where something else happens too,
  /// as long as that is something else.
  ///
  /// @param better how many of them, as a share
  Optional<Integer> any(
      Draws draws, Set<Claim> wanted, double better, ToDoubleFunction<Integer> score) {
    List<Integer> free =
        ranked(score).stream()
            .filter(campaign -> isFree(campaign, wanted) && score.applyAsDouble(campaign) > 0)
            .toList();
    List<Integer> untouched = free.stream().filter(this::isUntouched).toList();
    List<Integer> pool = untouched.isEmpty() || draws.chance(SHARED) ? free : untouched;
    if (pool.isEmpty()) {
      return Optional.empty();
    }
    int campaign = pool.get(draws.below((int) Math.ceil(pool.size() * better)));
    claim(campaign, wanted);
    return Optional.of(campaign);
  }

  /// A product whose campaigns are all free.
  Optional<Integer> product(Draws draws, Set<Claim> wanted) {
    List<Integer> free =
        IntStream.range(0, plan.products().size())
            .boxed()
            .filter(product -> !campaignsOf(product).isEmpty())
            .filter(product -> campaignsOf(product).stream().allMatch(c -> isFree(c, wanted)))
            .sorted(Comparator.comparingDouble(this::productSales).reversed())
            .toList();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    int product = free.get(draws.below((free.size() + 1) / 2));
    campaignsOf(product).forEach(campaign -> claim(campaign, wanted));
    return Optional.of(product);
  }

  private List<Integer> ranked(ToDoubleFunction<Integer> score) {
    return plan.campaigns().stream()
        .filter(campaign -> campaign.role() != CampaignRole.BRAND)
        .map(CampaignPlan::index)
        .sorted(Comparator.comparingDouble(score).reversed())
        .toList();
  }

  /// Indices of the targets that a thing at that place covers.
  List<Integer> targetsAt(Place place) {
    return switch (place) {
      case Place.WholeAccount all -> targets(any -> true);
      case Place.OfProduct(int product) -> targetsOfProduct(product);
      case Place.OfCampaign(int campaign) -> targets(each -> each.campaign() == campaign);
      case Place.OfPlacement(int campaign, int at) -> targets(each -> each.campaign() == campaign);
      case Place.OfMatch(int campaign, MatchType match) ->
          targets(each -> each.campaign() == campaign && each.match() == match);
      case Place.OfAdGroup(int adGroup) -> targets(each -> each.adGroup() == adGroup);
      case Place.OfTarget(int target) -> List.of(target);
      case Place.OfTerm(int target, int term) -> List.of(target);
    };
  }

  private List<Integer> targets(Predicate<TargetPlan> which) {
    return plan.targets().stream().filter(which).map(TargetPlan::index).toList();
  }

  /// Targets of ad groups that advertise the product most.
  List<Integer> targetsOfProduct(int product) {
    return targets(target -> mainProduct(target) == product);
  }

  List<Integer> campaignsOf(int product) {
    return plan.targets().stream()
        .filter(target -> mainProduct(target) == product)
        .map(TargetPlan::campaign)
        .distinct()
        .toList();
  }

  private int mainProduct(TargetPlan target) {
    return plan.adGroups().get(target.adGroup()).products().getFirst().index();
  }

  private double productSales(int product) {
    return plan.targets().stream()
        .filter(target -> mainProduct(target) == product)
        .mapToDouble(this::sales)
        .sum();
  }

  List<TargetPlan> bySpend(int campaign) {
    return plan.targetsOf(campaign).stream().sorted(MOST_SPEND).toList();
  }

  double spendOfRank(int campaign, int rank) {
    List<TargetPlan> all = bySpend(campaign);
    // A campaign that would have nothing else left is no place for it.
    return all.size() < 2 * (rank + 1) ? 0 : all.get(rank).dailySpend();
  }

  double spend(int campaign) {
    return plan.targetsOf(campaign).stream().mapToDouble(TargetPlan::dailySpend).sum();
  }

  double sales(int campaign) {
    return plan.targetsOf(campaign).stream().mapToDouble(this::sales).sum();
  }

  private double sales(TargetPlan target) {
    return target.dailyOrders() * plan.orderValue(target);
  }

  double profit(int campaign) {
    return plan.shape().margin().doubleValue() * sales(campaign) - spend(campaign);
  }

  /// Sales of a campaign whose product has other campaigns beside it, to be compared with.
  double salesBesideSiblings(int campaign) {
    int product = mainProduct(plan.targetsOf(campaign).getFirst());
    return campaignsOf(product).size() > 1 ? sales(campaign) : 0;
  }

  /// Sales of a campaign that has several such parts.
  double salesInParts(int campaign, Function<TargetPlan, ?> part) {
    long parts = plan.targetsOf(campaign).stream().map(part).distinct().count();
    return parts > 1 ? sales(campaign) : 0;
  }

  TargetPlan meetsMost(int campaign) {
    List<TargetPlan> all = bySpend(campaign);
    return all.stream().filter(Sites::meetsMany).findFirst().orElse(all.getFirst());
  }

  private static boolean meetsMany(TargetPlan target) {
    return switch (target.match()) {
      case BROAD, PHRASE -> true;
      case AUTO -> target.text().endsWith("match");
      case EXACT, PRODUCT, NONE -> false;
    };
  }

  double termSpend(int campaign, int terms) {
    TargetPlan target = meetsMost(campaign);
    if (!meetsMany(target) || target.match() == MatchType.NONE) {
      return 0;
    }
    return target.dailySpend()
        * target.terms().stream().skip(1).limit(terms).mapToDouble(TermPlan::share).sum();
  }
}
