package dev.spendlight.finding;

import dev.spendlight.metric.Metric;
import dev.spendlight.scan.ShiftScan.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Products (campaigns, where the product is not known) whose orders are worth less than before,
/// while no more of them come: a lower price or a smaller basket, apart from fewer orders.
///
/// A promotion that sells more at a lower price is none.
public final class OrderValueDropDetector implements Detector {
  private static final String COMPARED_WITH =
      "its own order value before, as the rest of the account moved since";

  @Override
  public Outcome examine(CaseFile file) {
    if (file.isTrackingBroken()) {
      return Outcome.nothing();
    }
    return file.changes()
        .filter(changes -> changes.history().coverage().hasSales(file.view().attribution()))
        .map(changes -> examine(file, changes))
        .orElseGet(Outcome::nothing);
  }

  private static Outcome examine(CaseFile file, Changes changes) {
    List<Finding> found = new ArrayList<>();
    for (ValueShifts.Found each : file.shifts().values()) {
      Since since = each.since();
      LostSales lost = lost(file, each);
      if (lost.amount() >= file.material()) {
        found.add(finding(since, each.shift(), lost));
      }
    }
    List<RuledOut> ruledOut =
        found.isEmpty() && changes.orders().lastJudged() > 0
            ? List.of(
                new RuledOut(
                    FindingKind.ORDER_VALUE_DROP,
                    changes.sets().campaigns().groups().size(),
                    "Orders are worth what they were worth before, within chance.",
                    Optional.empty()))
            : List.of();
    return new Outcome(found, ruledOut, List.of());
  }

  private static LostSales lost(CaseFile file, ValueShifts.Found found) {
    double ratio = Math.min(1, found.shift().ratio());
    double sales = found.weeklyOrders() * found.since().orderValueBefore() * (1 - ratio);
    return LostSales.of(file.view().settings(), sales, found.since().week().spend(), ratio);
  }

  private static Finding finding(Since since, Shift shift, LostSales lost) {
    double after = since.after().aov().map(Number::doubleValue).orElse(0.0);
    return new Finding(
        FindingKind.ORDER_VALUE_DROP,
        since.entity(),
        since.targetIds(),
        Direction.BELOW,
        since.days(),
        Optional.of(since.days().from()),
        new Evidence(
            Metric.AOV,
            after,
            after / Math.exp(shift.log()),
            shift.pValue(),
            shift.adjusted(),
            shift.tested(),
            COMPARED_WITH),
        Optional.of(lost.impact()),
        1 - shift.adjusted(),
        since.drivers(Metric.SALES),
        Optional.of(new Action.Inspect(since.entity(), Action.Inspect.What.PRODUCT_PAGE)),
        since.figures(
            COMPARED_WITH,
            OptionalDouble.empty(),
            lost,
            Metric.AOV,
            Metric.ORDERS,
            Metric.SALES,
            Metric.SPEND));
  }
}
