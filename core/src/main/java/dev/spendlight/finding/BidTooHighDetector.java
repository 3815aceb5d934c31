package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.statistics.BenjaminiHochberg;
import dev.spendlight.statistics.Beta;
import dev.spendlight.statistics.ConversionPriors;
import dev.spendlight.statistics.ConversionUnit;
import dev.spendlight.statistics.GammaPoisson;
import dev.spendlight.statistics.UnitEconomics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Targets that convert, but not well enough to pay for their clicks.
///
/// A target's conversion rate is known only within limits: its prior is its group's
/// (`ConversionPriors`), and the posterior gives the probability that it converts at least at the
/// rate that pays for the present cost per click (cost per click over ACOS limit times order
/// value). That probability is held against all targets by Benjamini-Hochberg.
///
/// Where the target's own clicks became far dearer lately, which is tested by itself, it has to pay
/// at the target without tolerance. While orders are not counted, the days before tell.
public final class BidTooHighDetector implements Detector {
  private static final double FALSE_DISCOVERY_RATE = 0.03;

  /// Orders that must be due at the limit before a shortfall can mean anything.
  private static final double LEAST_DUE = 2;

  /// A target with less of the orders that its group would have brought has (almost) none, which is
  /// another finding.
  private static final double ALMOST_NONE = 0.15;

  private static final double LEAST_GROUP_DUE = 3;

  /// A target whose clicks became far dearer needs no tolerance, and no correction for others.
  private static final double DEARER_CHANCE = 0.05;

  private static final double DEARER_LEFT = 0.85;

  /// Relative standard deviation of a target's conversion rate over weeks, beyond chance.
  private static final double NOISE = 0.08;

  private static final double LEAST_STEP = 0.7;
  private static final int BID_DECIMALS = 2;

  /// @param dearer whether its clicks became far dearer, which was tested apart
  private record Suspect(
      TargetEvidence.Target target,
      boolean dearer,
      Beta posterior,
      double payingRate,
      double pValue) {}

  @Override
  public Outcome examine(CaseFile file) {
    if (file.target().isEmpty() || file.account().aov().isEmpty()) {
      return Outcome.nothing();
    }
    return TargetEvidence.of(file)
        .map(evidence -> examine(file, evidence, file.target().get()))
        .orElseGet(Outcome::nothing);
  }

  private static Outcome examine(CaseFile file, TargetEvidence evidence, TargetAcos limit) {
    List<TargetEvidence.Target> targets = evidence.targets();
    List<ConversionUnit> units =
        targets.stream()
            .map(
                each -> new ConversionUnit(each.path(), each.maturedClicks(), each.maturedOrders()))
            .toList();
    ConversionPriors priors = ConversionPriors.among(units);
    List<Suspect> suspects = new ArrayList<>();
    int tested = 0;
    for (int i = 0; i < targets.size(); i++) {
      TargetEvidence.Target target = targets.get(i);
      boolean dearer = file.shifts().dearer().contains(target.keyword().id());
      double most = dearer ? limit.value().doubleValue() : limit.limit();
      double payingRate = target.cpc() / (most * target.orderValue());
      if (payingRate * target.maturedClicks() < LEAST_DUE) {
        continue;
      }
      tested++;
      boolean above = dearer || target.acos() > limit.limit() || target.orders() == 0;
      if (above && target.weeklySpend() >= file.material()) {
        Beta prior = priors.of(units.get(i)).rate();
        double groupDue = target.maturedClicks() * prior.mean();
        boolean none =
            groupDue >= LEAST_GROUP_DUE && target.maturedOrders() <= ALMOST_NONE * groupDue;
        if (!none) {
          Beta posterior = prior.updated((double) target.maturedOrders(), target.maturedClicks());
          double pays = pays(prior, target, payingRate);
          suspects.add(new Suspect(target, dearer, posterior, payingRate, pays));
        }
      }
    }
    double[] pValues = new double[tested];
    Arrays.fill(pValues, 1);
    for (int i = 0; i < suspects.size(); i++) {
      pValues[i] = suspects.get(i).pValue();
    }
    BenjaminiHochberg tests = BenjaminiHochberg.of(FALSE_DISCOVERY_RATE, pValues);
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < suspects.size(); i++) {
      boolean beyond = isBeyondAsDearer(suspects.get(i));
      if (beyond || tests.isRejected(i)) {
        LostSales impact = impact(suspects.get(i), limit);
        if (impact.amount() >= file.material()) {
          found.add(
              finding(
                  file,
                  evidence,
                  suspects.get(i),
                  limit,
                  impact,
                  beyond ? suspects.get(i).pValue() : tests.adjusted(i),
                  tested));
        }
      }
    }
    return new Outcome(found, ruledOut(tested, found.size(), limit), List.of());
  }

  private static boolean isBeyondAsDearer(Suspect suspect) {
    double due = suspect.payingRate() * suspect.target().maturedClicks();
    return suspect.dearer()
        && suspect.pValue() <= DEARER_CHANCE
        && suspect.target().maturedOrders() <= DEARER_LEFT * due;
  }

  /// The probability that a target pays. Where more than one order a click would be needed, which
  /// no rate of conversion can be, it is the chance of so few orders.
  private static double pays(Beta prior, TargetEvidence.Target target, double payingRate) {
    return payingRate < 1
        ? asUncertainAsItIs(prior, target, payingRate).above(payingRate)
        : GammaPoisson.lowerTail(
            target.maturedOrders(),
            payingRate * target.maturedClicks(),
            Double.POSITIVE_INFINITY,
            NOISE);
  }

  /// The posterior with what targets vary beyond chance: however many clicks it had, a target's
  /// rate of the last weeks is not its rate to come.
  private static Beta asUncertainAsItIs(
      Beta prior, TargetEvidence.Target target, double payingRate) {
    double due = payingRate * target.maturedClicks();
    double share = 1 / (1 + due * NOISE * NOISE);
    return prior.updated(share * target.maturedOrders(), share * target.maturedClicks());
  }

  private static LostSales impact(Suspect suspect, TargetAcos limit) {
    TargetEvidence.Target target = suspect.target();
    double acos = target.cpc() / (suspect.posterior().mean() * target.orderValue());
    return new LostSales(
        target.weeklySpend() * Math.max(0, 1 - limit.value().doubleValue() / acos),
        "its spend a week beyond what its orders would pay for at " + limit.words());
  }

  private static Finding finding(
      CaseFile file,
      TargetEvidence evidence,
      Suspect suspect,
      TargetAcos limit,
      LostSales impact,
      double adjusted,
      int tested) {
    TargetEvidence.Target target = suspect.target();
    Entity.Keyword keyword = target.keyword();
    DateRange window = target.window();
    Metrics metrics = target.metrics();
    double ideal =
        UnitEconomics.idealCostPerClick(
            limit.value().doubleValue(), suspect.posterior().mean(), target.orderValue());
    double step = Math.clamp(ideal / target.cpc(), LEAST_STEP, 1);
    Optional<BigDecimal> bid =
        file.changes().flatMap(changes -> changes.settings().bid(keyword.id()));
    BigDecimal lowered =
        bid.orElseGet(() -> BigDecimal.valueOf(target.cpc()))
            .multiply(BigDecimal.valueOf(step))
            .setScale(BID_DECIMALS, RoundingMode.HALF_EVEN);
    String comparedWith = "the orders that would pay for its clicks at " + limit.words();
    return new Finding(
        FindingKind.BID_TOO_HIGH,
        keyword,
        List.of(keyword.id()),
        Direction.ABOVE,
        window,
        Optional.empty(),
        new Evidence(
            Metric.ORDERS,
            target.maturedOrders(),
            suspect.payingRate() * target.maturedClicks(),
            suspect.pValue(),
            adjusted,
            tested,
            comparedWith),
        Optional.of(impact.impact()),
        1 - adjusted,
        List.of(),
        Optional.of(new Action.SetBid(keyword, bid, lowered)),
        new Figures(keyword, window, evidence.origin())
            .observed(
                metrics,
                Metric.ACOS,
                Metric.CPC,
                Metric.CVR,
                Metric.ORDERS,
                Metric.CLICKS,
                Metric.SPEND,
                Metric.SALES)
            .comparator(limit, file)
            .derived(
                Metric.BID,
                lowered,
                "its bid times what a click is worth over what it costs, at most 30% less")
            .estimated(Metric.WEEKLY_IMPACT, impact.amount(), impact.basis())
            .list());
  }

  private static List<RuledOut> ruledOut(int tested, int found, TargetAcos limit) {
    if (tested == 0 || tested == found) {
      return List.of();
    }
    String targets =
        found == 0
            ? "None of the %d targets that spent enough to tell".formatted(tested)
            : "None of the other %d targets that spent enough to tell".formatted(tested - found);
    return List.of(
        new RuledOut(
            FindingKind.BID_TOO_HIGH,
            tested,
            "%s converts but costs too much for %s, beyond chance."
                .formatted(targets, limit.words()),
            Optional.empty()));
  }
}
