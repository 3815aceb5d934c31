package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import dev.spendlight.metric.Metric;
import dev.spendlight.scan.OrderValue;
import dev.spendlight.scan.ShiftScan;
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
  private static final ShiftScan.Plan PLAN = new ShiftScan.Plan(false, 24, 56, 0.06, 0.04);

  private static final double LEAST_Z = 4;
  private static final double MOST_LEFT = Math.log(0.85);

  /// More orders can pay for a lower value.
  private static final double MOST_MORE_ORDERS = 1.25;

  private static final double MOST_SALES_A_CLICK = 0.9;
  private static final double PRIOR_ORDERS = 3;

  private static final String COMPARED_WITH =
      "its own order value before, as the rest of the account moved since";

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(Entity entity, int[] units) {}

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
    List<Part> parts = parts(changes);
    int end = changes.orders().lastJudged() + 1;
    OrderValue values =
        OrderValue.of(changes.history(), parts.stream().map(Part::units).toArray(int[][]::new));
    List<Finding> found = new ArrayList<>();
    for (Shift shift : ShiftScan.shifts(parts.size(), end, values, PLAN)) {
      Part part = parts.get(shift.set());
      double orders = moreOrders(changes, part.units(), shift.onset());
      double ratio = shift.ratio();
      if (shift.z() >= LEAST_Z
          && shift.log() <= MOST_LEFT
          && orders <= MOST_MORE_ORDERS
          && orders * ratio <= MOST_SALES_A_CLICK) {
        LostSales lost = lost(file, changes, part, shift);
        if (lost.amount() >= file.material()) {
          found.add(finding(changes, part, shift, lost, end - 1));
        }
      }
    }
    List<RuledOut> ruledOut =
        found.isEmpty() && !parts.isEmpty() && end > 0
            ? List.of(
                new RuledOut(
                    FindingKind.ORDER_VALUE_DROP,
                    parts.size(),
                    "Orders are worth what they were worth before, within chance.",
                    Optional.empty()))
            : List.of();
    return new Outcome(found, ruledOut, List.of());
  }

  /// The account's products, and for what belongs to none its campaigns.
  private static List<Part> parts(Changes changes) {
    Grouping products = changes.products();
    Grouping campaigns = changes.sets().campaigns();
    List<Part> parts = new ArrayList<>();
    int[][] ofProduct = products.members();
    for (int i = 0; i < ofProduct.length; i++) {
      parts.add(new Part(products.groups().get(i), ofProduct[i]));
    }
    int[][] ofCampaign = campaigns.members();
    for (int i = 0; i < ofCampaign.length; i++) {
      boolean known = false;
      for (int unit : ofCampaign[i]) {
        known |= products.groupOf()[unit] != Grouping.NONE;
      }
      if (!known) {
        parts.add(new Part(campaigns.groups().get(i), ofCampaign[i]));
      }
    }
    return parts;
  }

  /// Orders since over orders due at the rate before.
  private static double moreOrders(Changes changes, int[] units, int onset) {
    AccountHistory history = changes.history();
    double before = PRIOR_ORDERS;
    double dueBefore = PRIOR_ORDERS;
    double after = PRIOR_ORDERS;
    double dueAfter = PRIOR_ORDERS;
    for (int unit : units) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        if (changes.orders().isJudged(history.day(row))) {
          double due = changes.orders().due(unit, row);
          if (history.day(row) < onset) {
            before += history.orders(row);
            dueBefore += due;
          } else {
            after += history.orders(row);
            dueAfter += due;
          }
        }
      }
    }
    return after / dueAfter / (before / dueBefore);
  }

  private static LostSales lost(CaseFile file, Changes changes, Part part, Shift shift) {
    Changes.Week week = changes.week(part.units(), shift.onset());
    double ratio = Math.min(1, shift.ratio());
    double orders = week.due() * moreOrders(changes, part.units(), shift.onset());
    double sales = orders * changes.orderValueBefore(part.units(), shift.onset()) * (1 - ratio);
    return LostSales.of(file.view().settings(), sales, week.spend(), ratio);
  }

  private static Finding finding(
      Changes changes, Part part, Shift shift, LostSales lost, int last) {
    Since since = new Since(changes, part.entity(), part.units(), shift.onset(), last);
    double after = since.after().aov().map(Number::doubleValue).orElse(0.0);
    return new Finding(
        FindingKind.ORDER_VALUE_DROP,
        part.entity(),
        changes.targetIds(part.units()),
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
        Optional.of(new Action.Inspect(part.entity(), Action.Inspect.What.PRODUCT_PAGE)),
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
