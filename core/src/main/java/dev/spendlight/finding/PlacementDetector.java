package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.scan.ConversionDrop;
import dev.spendlight.statistics.BenjaminiHochberg;
import dev.spendlight.statistics.GammaPoisson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Placements of a campaign that do not pay for their clicks while the rest of the campaign does.
///
/// Both must be beyond chance. All placements are searched for one that brings fewer orders than
/// the campaign's other placements lead one to expect, given how the placement does beside others
/// elsewhere in the account: the smallest p-value of up to three windows, times their number, is
/// held against all of them (Benjamini-Hochberg). The few that are left are asked whether they pay
/// for their clicks at the ACOS limit, each by itself.
public final class PlacementDetector implements Detector {
  private static final double FALSE_DISCOVERY_RATE = 0.02;

  /// Of a placement's own weeks.
  private static final double WEEK_TO_WEEK = 0.1;

  private static final double LEAST_DUE = 4;
  private static final double MOST_LEFT = 0.6;
  private static final double MOST_CHANCE_OF_PAYING = 0.05;
  private static final double ORDER_VALUE_WEIGHT = 5;

  /// Whether the rest of a campaign pays is not known exactly either.
  private static final double REST_TOLERANCE = 1.15;

  private static final double LARGEST_CUT = 0.30;
  private static final String BASIS = "its spend a week beyond what its orders would pay for at ";

  private record Suspect(
      Tally tally,
      DateRange window,
      double dueByRest,
      double dueAtLimit,
      double orderValue,
      double pValue,
      double paysChance) {}

  @Override
  public Outcome examine(CaseFile file) {
    if (file.isTrackingBroken() || file.target().isEmpty()) {
      return Outcome.nothing();
    }
    return file.tallies(Level.PLACEMENT)
        .filter(tallies -> tallies.coverage().hasOrders(file.view().attribution()))
        .filter(tallies -> tallies.coverage().hasSales(file.view().attribution()))
        .map(tallies -> examine(file, tallies, file.target().get()))
        .orElseGet(Outcome::nothing);
  }

  private static Outcome examine(CaseFile file, Tallies tallies, TargetAcos limit) {
    Map<String, Suspect> worst = new LinkedHashMap<>();
    List<DateRange> windows = tallies.windows();
    Set<String> falling = falling(file);
    double spread = new PlacementComparison(tallies.over(windows.getLast())).spread();
    for (DateRange window : windows) {
      for (Suspect suspect : suspects(file, tallies, window, windows.size(), limit, spread)) {
        if (!falling.contains(suspect.tally().key().campaignId())) {
          worst.merge(
              suspect.tally().entity().id(),
              suspect,
              (one, other) -> other.pValue() < one.pValue() ? other : one);
        }
      }
    }
    List<Suspect> suspects = List.copyOf(worst.values());
    BenjaminiHochberg tests =
        BenjaminiHochberg.of(
            FALSE_DISCOVERY_RATE, suspects.stream().mapToDouble(Suspect::pValue).toArray());
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < suspects.size(); i++) {
      Suspect suspect = suspects.get(i);
      boolean few = suspect.tally().maturedOrders() <= MOST_LEFT * suspect.dueByRest();
      boolean above =
          suspect.tally().metrics().acos().map(Number::doubleValue).orElse(Double.MAX_VALUE)
              > limit.limit();
      double impact = impact(suspect, tallies, limit);
      boolean fails = suspect.paysChance() <= MOST_CHANCE_OF_PAYING;
      if (tests.isRejected(i) && few && fails && above && impact >= file.material()) {
        found.add(
            finding(file, suspect, tallies, limit, impact, tests.adjusted(i), suspects.size()));
      }
    }
    return new Outcome(found, ruledOut(suspects.size(), found.size()), List.of());
  }

  private static List<Suspect> suspects(
      CaseFile file,
      Tallies tallies,
      DateRange window,
      int windows,
      TargetAcos limit,
      double spread) {
    PlacementComparison placements = new PlacementComparison(tallies.over(window));
    double accountValue = file.account().aov().map(Number::doubleValue).orElse(0.0);
    List<Suspect> suspects = new ArrayList<>();
    for (Tally tally : placements.all()) {
      suspect(tally, window, placements, spread, limit, accountValue)
          .map(each ->
              new Suspect(
                  tally,
                  window,
                  each.dueByRest(),
                  each.dueAtLimit(),
                  each.orderValue(),
                  Math.min(1, windows * each.pValue()),
                  each.paysChance()))
          .ifPresent(suspects::add);
    }
    return suspects;
  }

  /// Campaigns that fell as a whole: their placements fell with them.
  private static Set<String> falling(CaseFile file) {
    Set<String> falling = new HashSet<>();
    file.changes()
        .ifPresent(changes -> {
          for (ConversionDrop drop : changes.drops()) {
            for (int campaign : drop.set().campaigns()) {
              falling.add(changes.sets().campaigns().groups().get(campaign).id());
            }
          }
        });
    return falling;
  }

  private static Optional<Suspect> suspect(
      Tally tally,
      DateRange window,
      PlacementComparison placements,
      double spread,
      TargetAcos limit,
      double accountValue) {
    PlacementComparison.Sums rest = placements.rest(tally);
    boolean restPays = rest.spend() <= REST_TOLERANCE * limit.limit() * rest.sales();
    if (!PlacementComparison.isComparable(rest) || !restPays || tally.clicks() == 0) {
      return Optional.empty();
    }
    double dueByRest = placements.due(tally, rest);
    double orders = rest.orders() + tally.maturedOrders();
    double value =
        (rest.sales() + tally.sales() + ORDER_VALUE_WEIGHT * accountValue)
            / (rest.allOrders() + tally.orders() + ORDER_VALUE_WEIGHT);
    double cpc = tally.spend() / tally.clicks();
    double dueAtLimit = cpc * tally.maturedClicks() / (limit.limit() * value);
    if (dueByRest < LEAST_DUE || dueAtLimit < LEAST_DUE) {
      return Optional.empty();
    }
    double byRest = GammaPoisson.lowerTail(tally.maturedOrders(), dueByRest, rest.orders(), spread);
    double atLimit =
        GammaPoisson.lowerTail(
            tally.maturedOrders(), dueAtLimit, Math.max(1, orders), WEEK_TO_WEEK);
    return Optional.of(new Suspect(tally, window, dueByRest, dueAtLimit, value, byRest, atLimit));
  }

  private static double impact(Suspect suspect, Tallies tallies, TargetAcos limit) {
    double dueAtTarget = suspect.dueAtLimit() * limit.limit() / limit.value().doubleValue();
    double kept = Math.min(1, (suspect.tally().maturedOrders() + 1) / (dueAtTarget + 1));
    return suspect.tally().spend() * (1 - kept) / CaseFile.weeks(tallies, suspect.window());
  }

  private static Finding finding(
      CaseFile file,
      Suspect suspect,
      Tallies tallies,
      TargetAcos limit,
      double impact,
      double adjusted,
      int tested) {
    Entity.Placement placement = (Entity.Placement) suspect.tally().entity();
    String basis = BASIS + limit.words();
    double left = (suspect.tally().maturedOrders() + 1) / (suspect.dueByRest() + 1);
    Action action =
        new Action.ChangeBids(
            placement, BidSteps.lower(Math.min(LARGEST_CUT, Math.max(0, 1 - left))));
    String comparedWith =
        "the campaign's other placements, as this placement does elsewhere in the account";
    return new Finding(
        FindingKind.PLACEMENT_INEFFICIENT,
        placement,
        file.targetIds(placement.campaign().id()),
        Direction.BELOW,
        suspect.window(),
        Optional.empty(),
        new Evidence(
            Metric.ORDERS,
            suspect.tally().maturedOrders(),
            suspect.dueByRest(),
            suspect.pValue(),
            adjusted,
            tested,
            comparedWith),
        Optional.of(new Impact(Figures.decimal(impact), basis)),
        1 - adjusted,
        List.of(),
        Optional.of(action),
        new Figures(placement, suspect.window(), tallies.coverage().origin())
            .observed(
                suspect.tally().metrics(),
                Metric.ACOS,
                Metric.CVR,
                Metric.ORDERS,
                Metric.CLICKS,
                Metric.SPEND,
                Metric.SALES)
            .comparator(limit, file)
            .estimated(Metric.EXPECTED_ORDERS, suspect.dueByRest(), comparedWith)
            .estimated(Metric.WEEKLY_IMPACT, impact, basis)
            .list());
  }

  private static List<RuledOut> ruledOut(int tested, int found) {
    return tested == 0 || tested == found
        ? List.of()
        : List.of(
            new RuledOut(
                FindingKind.PLACEMENT_INEFFICIENT,
                tested,
                "%d of the %d placements with enough clicks to tell convert like the rest of their campaigns, within chance."
                    .formatted(tested - found, tested),
                Optional.empty()));
  }
}
