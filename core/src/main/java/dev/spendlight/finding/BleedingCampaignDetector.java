package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.scan.ConversionDrop;
import dev.spendlight.statistics.BenjaminiHochberg;
import dev.spendlight.statistics.GammaPoisson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Campaigns whose spend brings fewer orders than the target ACOS asks for, beyond chance: their
/// bids are too high where they convert like their products elsewhere, else they bleed.
///
/// Orders due at the limit are spend / (limit x order value); the p-value is the gamma-Poisson
/// lower tail of the orders seen, over up to three windows, the smallest times their number;
/// Benjamini-Hochberg at 5% over campaigns.
public final class BleedingCampaignDetector implements Detector {
  private static final double FALSE_DISCOVERY_RATE = 0.05;

  /// Weeks differ by more than chance, by about an eighth. Over several weeks that averages out.
  private static final double WEEK_TO_WEEK = 0.12;

  private static final double LEAST_EXPECTED = 3;

  /// The account's order value counts as this many orders of the campaign's own.
  private static final double ORDER_VALUE_WEIGHT = 5;

  /// A campaign that brings this share of the orders that its products bring elsewhere converts;
  /// its clicks are too dear.
  private static final double CONVERTS = 0.7;

  /// One step of bids at a time; then look again.
  private static final double LARGEST_CUT = 0.30;

  private static final double CUT_STEP = 0.05;

  private record Suspect(
      Tally tally, DateRange window, double dueAtTarget, double dueAtLimit, double pValue) {}

  @Override
  public Outcome examine(CaseFile file) {
    if (file.isTrackingBroken()) {
      return Outcome.nothing();
    }
    Optional<Tallies> tallies = file.tallies(Level.CAMPAIGN);
    if (tallies.isEmpty()
        || !tallies.get().coverage().hasSales(file.view().attribution())
        || !tallies.get().coverage().hasOrders(file.view().attribution())) {
      return Outcome.thin(
          "No report with sales and orders was imported, so nothing can be judged by its ACOS.");
    }
    if (file.target().isEmpty() || file.account().aov().isEmpty()) {
      return Outcome.thin(
          "The account has no sales yet and no target ACOS is set, so there is nothing to judge ACOS by.");
    }
    return examine(
        file, tallies.get(), file.target().get(), file.account().aov().get().doubleValue());
  }

  private static Outcome examine(
      CaseFile file, Tallies tallies, TargetAcos target, double accountAov) {
    Map<String, Suspect> worst = new HashMap<>();
    Set<String> befallen = befallen(file);
    List<DateRange> windows = tallies.windows();
    for (DateRange window : windows) {
      for (Tally tally : tallies.over(window)) {
        Suspect suspect = suspect(file, tally, window, windows.size(), target, accountAov);
        if (suspect.dueAtLimit() >= LEAST_EXPECTED && !befallen.contains(tally.entity().id())) {
          worst.merge(
              tally.entity().id(),
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
      if (tests.isRejected(i)
          && isAbove(suspect, target)
          && impact(suspect, tallies) >= file.material()) {
        found.add(finding(file, suspect, tallies, target, tests.adjusted(i), suspects.size()));
      }
    }
    return new Outcome(found, ruledOut(suspects.size(), found.size(), target), List.of());
  }

  /// Campaigns of which it is known since when they do not pay, and why.
  private static Set<String> befallen(CaseFile file) {
    Set<String> campaigns = new HashSet<>();
    file.changes()
        .ifPresent(changes -> {
          for (ConversionDrop drop : changes.drops()) {
            changes.campaignIds(drop.set().units()).forEach(campaigns::add);
          }
          file.shifts().prices().forEach(each -> campaigns.add(each.campaign().id()));
          file.shifts()
              .values()
              .forEach(each -> campaigns.addAll(changes.campaignIds(each.since().targets())));
        });
    return campaigns;
  }

  private static Suspect suspect(
      CaseFile file,
      Tally tally,
      DateRange window,
      int windows,
      TargetAcos target,
      double accountAov) {
    double aov =
        (tally.sales() + ORDER_VALUE_WEIGHT * accountAov) / (tally.orders() + ORDER_VALUE_WEIGHT);
    double maturedSpend =
        tally.clicks() == 0 ? 0 : tally.spend() / tally.clicks() * tally.maturedClicks();
    double dueAtTarget = maturedSpend / (target.value().doubleValue() * aov);
    double dueAtLimit = maturedSpend / (target.limit() * aov);
    double pValue =
        dueAtLimit <= 0
            ? 1
            : GammaPoisson.lowerTail(
                tally.maturedOrders(),
                dueAtLimit,
                baselineOrders(file),
                WEEK_TO_WEEK / Math.sqrt(Math.max(1, window.days() / 7.0)));
    return new Suspect(tally, window, dueAtTarget, dueAtLimit, Math.min(1, pValue * windows));
  }

  /// The orders that the order value rests on.
  private static double baselineOrders(CaseFile file) {
    return Math.max(1.0, file.account().orders().map(Long::doubleValue).orElse(1.0));
  }

  /// Orders of young days and large baskets count for the campaign, whatever the test says of the
  /// older days.
  private static boolean isAbove(Suspect suspect, TargetAcos target) {
    Metrics metrics = suspect.tally().metrics();
    return metrics
        .acos()
        .map(acos -> acos.doubleValue() > target.limit())
        .orElse(suspect.tally().orders() == 0);
  }

  private static double kept(Suspect suspect) {
    return Math.min(1, (suspect.tally().maturedOrders() + 1) / (suspect.dueAtTarget() + 1));
  }

  private static double impact(Suspect suspect, Tallies tallies) {
    return suspect.tally().spend()
        * (1 - kept(suspect))
        / CaseFile.weeks(tallies, suspect.window());
  }

  private static Finding finding(
      CaseFile file,
      Suspect suspect,
      Tallies tallies,
      TargetAcos target,
      double adjusted,
      int tested) {
    Entity.Campaign campaign = (Entity.Campaign) suspect.tally().entity();
    double impact = impact(suspect, tallies);
    BigDecimal change = cut(suspect);
    String basis = "spend a week beyond what its orders would pay for at " + target.words();
    Metrics metrics = suspect.tally().metrics();
    boolean converts =
        file.launches().map(launches -> launches.ratio(campaign.id()) >= CONVERTS).orElse(false);
    return new Finding(
        converts ? FindingKind.BID_TOO_HIGH : FindingKind.BLEEDING,
        campaign,
        file.targetIds(campaign.id()),
        Direction.BELOW,
        suspect.window(),
        Optional.empty(),
        new Evidence(
            Metric.ORDERS,
            suspect.tally().maturedOrders(),
            suspect.dueAtLimit(),
            suspect.pValue(),
            adjusted,
            tested,
            "the orders due at %.2f times %s".formatted(target.tolerance(), target.words())),
        Optional.of(new Impact(Figures.decimal(impact), basis)),
        1 - adjusted,
        List.of(),
        Optional.of(new Action.ChangeBids(campaign, change)),
        new Figures(campaign, suspect.window(), tallies.coverage().origin())
            .observed(
                metrics,
                Metric.ACOS,
                Metric.SPEND,
                Metric.SALES,
                Metric.ORDERS,
                Metric.CLICKS,
                Metric.CPC)
            .comparator(target, file)
            .derived(Metric.BID_CHANGE, change, "target ACOS over its ACOS, at most one step")
            .estimated(Metric.WEEKLY_IMPACT, impact, basis)
            .list());
  }

  /// As far as its ACOS is above the target, in steps, at most one large step.
  private static BigDecimal cut(Suspect suspect) {
    double share = Math.min(LARGEST_CUT, 1 - kept(suspect));
    long steps = Math.max(1, Math.round(share / CUT_STEP));
    return BigDecimal.valueOf(-steps * CUT_STEP).setScale(2, RoundingMode.HALF_EVEN);
  }

  private static List<RuledOut> ruledOut(int tested, int found, TargetAcos target) {
    if (tested == found) {
      return List.of();
    }
    String campaigns =
        found > 0
            ? "%d of the %d campaigns that spent enough to tell %s not"
                .formatted(tested - found, tested, tested - found == 1 ? "is" : "are")
            : tested == 1
                ? "The one campaign that spent enough to tell is not"
                : "None of the %d campaigns that spent enough to tell is".formatted(tested);
    String text =
        "%s above %s by more than %.0f%% beyond chance."
            .formatted(campaigns, target.words(), 100 * (target.tolerance() - 1));
    return List.of(new RuledOut(FindingKind.BLEEDING, tested, text, Optional.empty()));
  }
}
