package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Metric;
import dev.spendlight.statistics.BenjaminiHochberg;
import dev.spendlight.statistics.GammaPoisson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
  /// its clicks are too dear. So are those of one whose own bids were raised.
  private static final double CONVERTS = 0.7;

  private static final double DEARER_CHANCE = 0.05;
  private static final double DEARER_LEFT = 0.85;

  /// One step of bids at a time; then look again.
  private static final double LARGEST_CUT = 0.30;

  private static final double CUT_STEP = 0.05;

  private record Suspect(
      CampaignEvidence evidence,
      double orderValue,
      double dueAtTarget,
      double dueAtLimit,
      double pValue) {}

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
    for (CampaignEvidence evidence : CampaignEvidence.of(file, tallies)) {
      Suspect suspect = suspect(file, evidence, target, accountAov);
      if (suspect.dueAtLimit() >= LEAST_EXPECTED && !befallen.contains(evidence.campaign().id())) {
        worst.merge(
            evidence.campaign().id(),
            suspect,
            (one, other) -> other.pValue() < one.pValue() ? other : one);
      }
    }
    List<Suspect> suspects = List.copyOf(worst.values());
    BenjaminiHochberg tests =
        BenjaminiHochberg.of(
            FALSE_DISCOVERY_RATE, suspects.stream().mapToDouble(Suspect::pValue).toArray());
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < suspects.size(); i++) {
      Suspect suspect = suspects.get(i);
      boolean dearer = isBeyondAsDearer(suspect);
      if ((dearer || tests.isRejected(i))
          && isAbove(suspect, target)
          && impact(suspect) >= file.material()) {
        double adjusted = dearer ? suspect.pValue() : tests.adjusted(i);
        found.add(finding(file, suspect, target, adjusted, suspects.size()));
      }
    }
    return new Outcome(found, ruledOut(suspects.size(), found.size(), target), List.of());
  }

  /// That its own bids made its clicks far dearer was tested already: whether it still pays is one
  /// question, asked of one campaign.
  private static boolean isBeyondAsDearer(Suspect suspect) {
    return suspect.evidence().onset().isPresent()
        && suspect.pValue() <= DEARER_CHANCE
        && suspect.evidence().maturedOrders() <= DEARER_LEFT * suspect.dueAtTarget();
  }

  /// Campaigns whose clicks the market made dearer: that is told already.
  private static Set<String> befallen(CaseFile file) {
    return file.shifts().prices().stream()
        .filter(each -> !each.isOwnDoing())
        .map(each -> each.campaign().id())
        .collect(Collectors.toSet());
  }

  /// Where the account's own bids made its clicks dearer, which is known from elsewhere, a campaign
  /// has to pay without tolerance.
  private static double most(CampaignEvidence evidence, TargetAcos target) {
    return evidence.onset().isPresent() ? target.value().doubleValue() : target.limit();
  }

  private static Suspect suspect(
      CaseFile file, CampaignEvidence evidence, TargetAcos target, double accountAov) {
    double aov =
        (evidence.sales() + ORDER_VALUE_WEIGHT * accountAov)
            / (evidence.orders() + ORDER_VALUE_WEIGHT);
    double maturedSpend = evidence.cpc() * evidence.maturedClicks();
    double dueAtTarget = maturedSpend / (target.value().doubleValue() * aov);
    double dueAtLimit = maturedSpend / (most(evidence, target) * aov);
    double pValue =
        dueAtLimit <= 0
            ? 1
            : GammaPoisson.lowerTail(
                evidence.maturedOrders(),
                dueAtLimit,
                baselineOrders(file),
                WEEK_TO_WEEK / Math.sqrt(Math.max(1, evidence.window().days() / 7.0)));
    return new Suspect(
        evidence, aov, dueAtTarget, dueAtLimit, Math.min(1, pValue * evidence.windows()));
  }

  /// The orders that the order value rests on.
  private static double baselineOrders(CaseFile file) {
    return Math.max(1.0, file.account().orders().map(Long::doubleValue).orElse(1.0));
  }

  /// By what its clicks cost at present, and as reported: orders of young days and large baskets
  /// count for the campaign, whatever the test says of the older days.
  private static boolean isAbove(Suspect suspect, TargetAcos target) {
    CampaignEvidence evidence = suspect.evidence();
    return evidence.presentAcos(suspect.orderValue()) > most(evidence, target)
        && evidence
            .metrics()
            .acos()
            .map(acos -> acos.doubleValue() > most(evidence, target))
            .orElse(evidence.orders() == 0);
  }

  private static double kept(Suspect suspect) {
    return Math.min(1, (suspect.evidence().maturedOrders() + 1) / (suspect.dueAtTarget() + 1));
  }

  private static double impact(Suspect suspect) {
    return suspect.evidence().weeklySpend() * (1 - kept(suspect));
  }

  private static Finding finding(
      CaseFile file, Suspect suspect, TargetAcos target, double adjusted, int tested) {
    CampaignEvidence evidence = suspect.evidence();
    Entity.Campaign campaign = evidence.campaign();
    double impact = impact(suspect);
    BigDecimal change = cut(suspect);
    String basis = "spend a week beyond what its orders would pay for at " + target.words();
    boolean converts =
        evidence.onset().isPresent()
            || file.launches()
                .map(launches -> launches.ratio(campaign.id()) >= CONVERTS)
                .orElse(false);
    return new Finding(
        converts ? FindingKind.BID_TOO_HIGH : FindingKind.BLEEDING,
        campaign,
        file.targetIds(campaign.id()),
        Direction.BELOW,
        evidence.window(),
        converts ? evidence.onset() : Optional.empty(),
        new Evidence(
            Metric.ORDERS,
            evidence.maturedOrders(),
            suspect.dueAtLimit(),
            suspect.pValue(),
            adjusted,
            tested,
            evidence.onset().isPresent()
                ? "the orders due at %s for what its clicks cost now".formatted(target.words())
                : "the orders due at %.2f times %s".formatted(target.tolerance(), target.words())),
        Optional.of(new Impact(Figures.decimal(impact), basis)),
        1 - adjusted,
        List.of(),
        Optional.of(new Action.ChangeBids(campaign, change)),
        new Figures(campaign, evidence.window(), evidence.origin())
            .observed(
                evidence.metrics(),
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
