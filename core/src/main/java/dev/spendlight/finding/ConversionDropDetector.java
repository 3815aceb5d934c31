package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.scan.ConversionDrop;
import dev.spendlight.scan.ScanLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Products, campaigns and parts of campaigns that convert less than before, beyond chance and
/// beyond what the whole account does (`ConversionScan`).
///
/// A product over several campaigns is a conversion collapse; a campaign or a part of it bleeds; a
/// single target is one without orders when (almost) none are left.
public final class ConversionDropDetector implements Detector {
  /// "Almost none": at most this share of what is due.
  private static final double ALMOST_NONE = 0.15;

  /// One step of bids at a time; then look again.
  private static final double LARGEST_CUT = 0.30;

  @Override
  public Outcome examine(CaseFile file) {
    if (file.isTrackingBroken()) {
      return Outcome.nothing();
    }
    return file.changes().map(changes -> examine(file, changes)).orElseGet(Outcome::nothing);
  }

  private static Outcome examine(CaseFile file, Changes changes) {
    List<Finding> found = new ArrayList<>();
    for (ConversionDrop drop : changes.drops()) {
      Since since = Since.of(changes, drop.set(), drop.onset(), drop.last());
      LostSales lost = lost(file, since, drop);
      if (lost.amount() >= file.material()) {
        found.add(finding(since, drop, lost));
      }
    }
    return new Outcome(found, ruledOut(changes), List.of());
  }

  private static LostSales lost(CaseFile file, Since since, ConversionDrop drop) {
    Changes.Week week = since.week();
    double due = week.due() * drop.level();
    double sales = due * (1 - drop.ratio()) * since.orderValueBefore();
    return LostSales.of(file.view().settings(), sales, week.spend(), drop.ratio());
  }

  private static FindingKind kind(ConversionDrop drop) {
    if (drop.set().level() == ScanLevel.PRODUCT) {
      return FindingKind.CONVERSION_COLLAPSE;
    }
    boolean none = drop.observed() <= ALMOST_NONE * drop.expected();
    return drop.set().entity() instanceof Entity.Keyword && none
        ? FindingKind.ZERO_CONVERSION
        : FindingKind.BLEEDING;
  }

  private static Action action(ConversionDrop drop) {
    Entity entity = drop.set().entity();
    if (drop.set().level() == ScanLevel.PRODUCT) {
      return new Action.Inspect(entity, Action.Inspect.What.PRODUCT_PAGE);
    }
    if (entity instanceof Entity.Keyword target && kind(drop) == FindingKind.ZERO_CONVERSION) {
      return new Action.Pause(target);
    }
    return new Action.ChangeBids(entity, cut(drop));
  }

  private static BigDecimal cut(ConversionDrop drop) {
    return BidSteps.lower(Math.min(LARGEST_CUT, 1 - drop.ratio()));
  }

  private static Finding finding(Since since, ConversionDrop drop, LostSales lost) {
    List<Figure> figures =
        since.figures(
            comparedWith(drop),
            OptionalDouble.of(drop.expected()),
            lost,
            Metric.CVR,
            Metric.ORDERS,
            Metric.CLICKS,
            Metric.SPEND,
            Metric.SALES,
            Metric.ACOS,
            Metric.CPC);
    return new Finding(
        kind(drop),
        since.entity(),
        since.targetIds(),
        Direction.BELOW,
        since.days(),
        Optional.of(since.days().from()),
        new Evidence(
            Metric.ORDERS,
            drop.observed(),
            drop.expected(),
            drop.pValue(),
            drop.adjusted(),
            drop.tested(),
            comparedWith(drop)),
        Optional.of(lost.impact()),
        1 - drop.adjusted(),
        since.drivers(Metric.SALES),
        Optional.of(action(drop)),
        figures);
  }

  private static String comparedWith(ConversionDrop drop) {
    return "its own conversion rate before (%,d orders), as the rest of the account moved since"
        .formatted(Math.round(drop.before()));
  }

  private static List<RuledOut> ruledOut(Changes changes) {
    if (!changes.drops().isEmpty() || changes.orders().lastJudged() < 0) {
      return List.of();
    }
    int sets = 0;
    for (ScanLevel level : ScanLevel.values()) {
      sets += changes.sets().of(level).size();
    }
    return List.of(
        new RuledOut(
            FindingKind.CONVERSION_COLLAPSE,
            sets,
            "No product, campaign or target converts less than before beyond chance.",
            Optional.empty()));
  }
}
