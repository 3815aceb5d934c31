package dev.spendlight.finding;

import dev.spendlight.history.AccountHistory;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.statistics.GammaPoisson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/// Campaigns that are new, or resumed after a rest, and bring far more or far fewer orders for
/// their spend than the other campaigns of their product.
///
/// Orders due are those of the same match types in the product's other campaigns (where there are
/// none, in the account). A launch stands out when it would be rare among the account's campaigns,
/// which differ too, and when its own level is beyond a quarter with 95% probability.
public final class LaunchDetector implements Detector {
  private static final int LEAST_AGE = 8;
  private static final int MOST_AGE = 35;

  private static final double LEAST_ORDERS = 8;
  private static final double LEAST_EXPECTED = 5;
  private static final double BETTER = 1.25;
  private static final double WORSE = 0.75;
  private static final double CERTAIN = 0.95;
  private static final double RARE = 0.01;

  /// A launch that stays behind its product's other campaigns and does not pay beyond chance either
  /// need not be as rare.
  private static final double UNUSUAL = 0.1;

  private static final double FAILS = 0.02;

  private static final double WEEK_TO_WEEK = 0.1;

  /// A launch's own level is uncertain as if known from this many orders.
  private static final double PRIOR_ORDERS = 3;

  private static final BigDecimal RAISE = new BigDecimal("0.15");
  private static final double MORE_BUDGET = 1.3;
  private static final double LARGEST_CUT = 0.30;

  @Override
  public Outcome examine(CaseFile file) {
    if (file.isTrackingBroken()) {
      return Outcome.nothing();
    }
    return file.changes()
        .map(changes -> examine(file, Launches.of(changes, Basis.SPEND)))
        .orElseGet(Outcome::nothing);
  }

  private static Outcome examine(CaseFile file, Launches launches) {
    List<Finding> found = new ArrayList<>();
    List<Launches.Launch> young =
        launches.aged(LEAST_AGE, MOST_AGE).stream()
            .filter(each -> each.expected() >= LEAST_EXPECTED || each.orders() >= LEAST_ORDERS)
            .toList();
    for (Launches.Launch launch : young) {
      finding(file, launches, launch, young.size()).ifPresent(found::add);
    }
    List<RuledOut> ruledOut =
        young.size() > found.size()
            ? List.of(
                new RuledOut(
                    FindingKind.LAUNCH_OUTPERFORMING,
                    young.size(),
                    young.size() - found.size() == 1
                        ? "One new or resumed campaign with enough clicks to tell does as well for its spend as the others of its product, within chance."
                        : "%d new or resumed campaigns with enough clicks to tell do as well for their spend as the others of their products, within chance."
                            .formatted(young.size() - found.size()),
                    Optional.empty()))
            : List.of();
    return new Outcome(found, ruledOut, List.of());
  }

  private static Optional<Finding> finding(
      CaseFile file, Launches launches, Launches.Launch launch, int tested) {
    double orders = launch.orders();
    double expected = launch.expected();
    double shape = PRIOR_ORDERS + orders;
    double rate = PRIOR_ORDERS + expected;
    double level = shape / rate;
    double spread = launches.spread(launch);
    if (orders >= LEAST_ORDERS && RegularizedGamma.Q.value(shape, rate * BETTER) >= CERTAIN) {
      double rare = GammaPoisson.upperTail(Math.round(orders), expected, launch.peers(), spread);
      return rare < RARE
          ? Optional.of(better(file, launches, launch, level, rare, tested))
              .filter(each -> isMaterial(file, each))
          : Optional.empty();
    }
    if (expected >= LEAST_EXPECTED && RegularizedGamma.P.value(shape, rate * WORSE) >= CERTAIN) {
      double rare = GammaPoisson.lowerTail(Math.round(orders), expected, launch.peers(), spread);
      boolean stands = rare < RARE || (rare < UNUSUAL && fails(file, launches, launch));
      return stands
          ? Optional.of(worse(file, launches, launch, level, rare, tested))
              .filter(each -> isMaterial(file, each))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// Whether a launch does not pay for its clicks, beyond chance.
  private static boolean fails(CaseFile file, Launches launches, Launches.Launch launch) {
    Changes changes = launches.changes();
    double value =
        changes.orderValue(
            changes.metrics(launch.units(), launch.start(), changes.history().length() - 1));
    return file.target().isPresent()
        && value > 0
        && GammaPoisson.lowerTail(
                Math.round(launch.orders()),
                launches.visible(launch) / (file.target().get().limit() * value),
                launch.peers(),
                WEEK_TO_WEEK)
            < FAILS;
  }

  private static boolean isMaterial(CaseFile file, Finding finding) {
    return finding.impact().map(each -> each.amount().doubleValue()).orElse(0.0) >= file.material();
  }

  private static Finding better(
      CaseFile file,
      Launches launches,
      Launches.Launch launch,
      double level,
      double rare,
      int tested) {
    Changes changes = launches.changes();
    double sales =
        launches.weeklyExpected(launch)
            * (level - 1)
            * changes.orderValue(
                changes.metrics(launch.units(), launch.start(), changes.history().length() - 1));
    LostSales more = worth(file, sales, "beyond what the product's other campaigns would bring");
    Optional<BigDecimal> budget = changes.settings().budget(launch.campaign().id());
    Action action =
        budget
            .<Action>map(from ->
                new Action.SetDailyBudget(
                    launch.campaign(),
                    from,
                    from.multiply(BigDecimal.valueOf(MORE_BUDGET))
                        .setScale(0, RoundingMode.CEILING)))
            .orElseGet(() -> new Action.ChangeBids(launch.campaign(), RAISE));
    return finding(FindingKind.LAUNCH_OUTPERFORMING, changes, launch, more, action, rare, tested);
  }

  private static Finding worse(
      CaseFile file,
      Launches launches,
      Launches.Launch launch,
      double level,
      double rare,
      int tested) {
    Changes changes = launches.changes();
    double sales =
        launches.weeklyExpected(launch)
            * (1 - level)
            * changes.orderValue(
                changes.metrics(launch.units(), launch.start(), changes.history().length() - 1));
    LostSales lost = worth(file, sales, "by which it stays behind the product's other campaigns");
    Action action =
        new Action.ChangeBids(
            launch.campaign(), BidSteps.lower(Math.min(LARGEST_CUT, Math.max(0, 1 - level))));
    return finding(FindingKind.LAUNCH_UNDERPERFORMING, changes, launch, lost, action, rare, tested);
  }

  private static LostSales worth(CaseFile file, double sales, String whose) {
    Optional<Double> margin = file.view().settings().margin().map(Number::doubleValue);
    return margin
        .map(share -> new LostSales(share * sales, "the margin on the sales a week " + whose))
        .or(() ->
            file.target()
                .map(target ->
                    new LostSales(
                        target.value().doubleValue() * sales,
                        "what the sales a week may cost " + whose)))
        .orElseGet(() -> new LostSales(0, ""));
  }

  private static Finding finding(
      FindingKind kind,
      Changes changes,
      Launches.Launch launch,
      LostSales worth,
      Action action,
      double rare,
      int tested) {
    AccountHistory history = changes.history();
    int last = changes.orders().lastJudged();
    DateRange days = history.range(launch.start(), last);
    Metrics metrics = changes.metrics(launch.units(), launch.start(), last);
    String comparedWith =
        "%s (%,d orders) for the same spend, match type by match type"
            .formatted(
                launch.hasSiblings()
                    ? "its product's other campaigns"
                    : "the account's other campaigns",
                Math.round(launch.peers()));
    Figures figures =
        new Figures(launch.campaign(), days, history.coverage().origin())
            .observed(
                metrics,
                Metric.CVR,
                Metric.ORDERS,
                Metric.CLICKS,
                Metric.SPEND,
                Metric.SALES,
                Metric.ACOS)
            .estimated(Metric.EXPECTED_ORDERS, launch.expected(), comparedWith)
            .estimated(Metric.WEEKLY_IMPACT, worth.amount(), worth.basis());
    return new Finding(
        kind,
        launch.campaign(),
        changes.targetIds(launch.units()),
        kind == FindingKind.LAUNCH_OUTPERFORMING ? Direction.ABOVE : Direction.BELOW,
        days,
        Optional.of(days.from()),
        new Evidence(
            Metric.ORDERS,
            launch.orders(),
            launch.expected(),
            rare,
            Math.min(1, rare * tested),
            tested,
            comparedWith),
        Optional.of(worth.impact()),
        Math.max(0.5, 1 - rare * tested),
        List.of(),
        Optional.of(action),
        figures.list());
  }
}
