package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.scan.ConversionDrop;
import dev.spendlight.statistics.BenjaminiHochberg;
import dev.spendlight.statistics.GammaPoisson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Placements of a campaign that do not pay for their clicks while the rest of the campaign does.
///
/// Both must be beyond chance: fewer orders than pay for the clicks at the ACOS limit, and fewer
/// than the campaign's other placements lead one to expect, given how the placement does elsewhere
/// in the account.
public final class PlacementDetector implements Detector {
  private static final double FALSE_DISCOVERY_RATE = 0.02;
  private static final double NOISE = 0.2;
  private static final double LEAST_DUE = 4;
  private static final double MOST_LEFT = 0.6;
  private static final double ORDER_VALUE_WEIGHT = 5;
  private static final double PRIOR_ORDERS = 4;
  private static final double LARGEST_CUT = 0.30;
  private static final String BASIS = "its spend a week beyond what its orders would pay for at ";

  private record Suspect(
      Tally tally, double dueByRest, double dueAtLimit, double orderValue, double pValue) {}

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
    DateRange window = tallies.windows().getLast();
    List<Tally> all = tallies.over(window);
    Map<String, Sums> ofCampaign = new HashMap<>();
    Map<String, Sums> ofPlacement = new HashMap<>();
    for (Tally tally : all) {
      ofCampaign.computeIfAbsent(tally.key().campaignId(), fresh -> new Sums()).add(tally);
    }
    for (Tally tally : all) {
      ofPlacement
          .computeIfAbsent(tally.key().placement(), fresh -> new Sums())
          .addRelative(tally, sums(ofCampaign, tally.key().campaignId()));
    }
    double accountValue = file.account().aov().map(Number::doubleValue).orElse(0.0);
    Set<String> falling = falling(file);
    List<Suspect> suspects = new ArrayList<>();
    for (Tally tally : all) {
      Sums campaign = sums(ofCampaign, tally.key().campaignId());
      Sums elsewhere = sums(ofPlacement, tally.key().placement());
      suspect(tally, campaign, elsewhere, limit, accountValue)
          .filter(each -> !falling.contains(tally.key().campaignId()))
          .ifPresent(suspects::add);
    }
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
      double impact = impact(suspect, tallies, window, limit);
      if (tests.isRejected(i) && few && above && impact >= file.material()) {
        found.add(
            finding(
                file, suspect, tallies, window, limit, impact, tests.adjusted(i), suspects.size()));
      }
    }
    return new Outcome(found, ruledOut(suspects.size(), found.size()), List.of());
  }

  private static Sums sums(Map<String, Sums> all, String key) {
    return all.getOrDefault(key, new Sums());
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
      Tally tally, Sums campaign, Sums elsewhere, TargetAcos limit, double accountValue) {
    double restClicks = campaign.clicks - tally.maturedClicks();
    double restOrders = campaign.orders - tally.maturedOrders();
    double restSpend = campaign.spend - tally.spend();
    double restSales = campaign.sales - tally.sales();
    boolean restPays = restSpend <= limit.limit() * restSales;
    if (restClicks <= 0 || restOrders < PRIOR_ORDERS || !restPays || tally.clicks() == 0) {
      return Optional.empty();
    }
    double usual = (elsewhere.orders + PRIOR_ORDERS) / (elsewhere.due + PRIOR_ORDERS);
    double dueByRest = tally.maturedClicks() * restOrders / restClicks * Math.min(1, usual);
    double value =
        (campaign.sales + ORDER_VALUE_WEIGHT * accountValue)
            / (campaign.orders + ORDER_VALUE_WEIGHT);
    double cpc = tally.spend() / tally.clicks();
    double dueAtLimit = cpc * tally.maturedClicks() / (limit.limit() * value);
    if (dueByRest < LEAST_DUE || dueAtLimit < LEAST_DUE) {
      return Optional.empty();
    }
    double byRest = GammaPoisson.lowerTail(tally.maturedOrders(), dueByRest, restOrders, NOISE);
    double atLimit =
        GammaPoisson.lowerTail(
            tally.maturedOrders(), dueAtLimit, Math.max(1, campaign.orders), NOISE / 2);
    return Optional.of(new Suspect(tally, dueByRest, dueAtLimit, value, Math.max(byRest, atLimit)));
  }

  private static double impact(
      Suspect suspect, Tallies tallies, DateRange window, TargetAcos limit) {
    double dueAtTarget = suspect.dueAtLimit() * limit.limit() / limit.value().doubleValue();
    double kept = Math.min(1, (suspect.tally().maturedOrders() + 1) / (dueAtTarget + 1));
    return suspect.tally().spend() * (1 - kept) / CaseFile.weeks(tallies, window);
  }

  private static Finding finding(
      CaseFile file,
      Suspect suspect,
      Tallies tallies,
      DateRange window,
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
        window,
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
        new Figures(placement, window, tallies.coverage().origin())
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

  /// Sums of a campaign, or of a placement over all campaigns.
  private static final class Sums {
    private double clicks;
    private double orders;
    private double spend;
    private double sales;
    private double due;

    void add(Tally tally) {
      clicks += tally.maturedClicks();
      orders += tally.maturedOrders();
      spend += tally.spend();
      sales += tally.sales();
    }

    /// Orders of a placement beside those due at its campaign's rate.
    void addRelative(Tally tally, Sums campaign) {
      orders += tally.maturedOrders();
      due += campaign.clicks > 0 ? tally.maturedClicks() * campaign.orders / campaign.clicks : 0;
    }
  }
}
