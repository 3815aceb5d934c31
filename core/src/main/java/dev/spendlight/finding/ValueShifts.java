package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import dev.spendlight.scan.OrderValue;
import dev.spendlight.scan.OrdersDue;
import dev.spendlight.scan.ProductRows;
import dev.spendlight.scan.ShiftScan;
import dev.spendlight.scan.ShiftScan.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Products (campaigns, where no report tells of products) whose orders are worth less than before
/// while no more of them come.
final class ValueShifts {
  private static final ShiftScan.Plan PLAN = new ShiftScan.Plan(false, 24, 56, 0.06, 0.04);

  private static final double LEAST_Z = 3.3;
  private static final double MOST_LEFT = Math.log(0.88);

  /// More orders can pay for a lower value.
  private static final double MOST_MORE_ORDERS = 1.25;

  private static final double MOST_SALES_A_CLICK = 0.92;

  /// Orders are taken to keep coming as before as firmly as so many of them say: a few more by
  /// chance are no promotion.
  private static final double PRIOR_ORDERS = 25;

  /// @param weeklyOrders in a week since, once all have arrived
  record Found(Since since, Shift shift, double weeklyOrders) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(Entity entity, int[] rows, int[] targets) {}

  private final Changes changes;
  private final OrdersDue orders;
  private final List<Part> parts = new ArrayList<>();

  private ValueShifts(Changes changes) {
    this.changes = changes;
    Optional<ProductRows> rows = changes.productRows();
    this.orders = rows.map(ProductRows::orders).orElse(changes.orders());
    if (rows.isPresent()) {
      rows.get()
          .products()
          .forEach(each -> parts.add(new Part(each.entity(), each.rows(), each.targets())));
    } else {
      Grouping campaigns = changes.sets().campaigns();
      int[][] members = campaigns.members();
      for (int i = 0; i < members.length; i++) {
        parts.add(new Part(campaigns.groups().get(i), members[i], members[i]));
      }
    }
  }

  static List<Found> of(Changes changes) {
    return new ValueShifts(changes).find();
  }

  private List<Found> find() {
    AccountHistory history = orders.history();
    int end = changes.orders().lastJudged() + 1;
    OrderValue values =
        OrderValue.of(history, parts.stream().map(Part::rows).toArray(int[][]::new));
    List<Found> found = new ArrayList<>();
    for (Shift shift : ShiftScan.shifts(parts.size(), end, values, PLAN)) {
      Part part = parts.get(shift.set());
      double more = moreOrders(part.rows(), shift.onset());
      if (shift.z() >= LEAST_Z
          && shift.log() <= MOST_LEFT
          && more <= MOST_MORE_ORDERS
          && more * shift.ratio() <= MOST_SALES_A_CLICK) {
        Since since =
            new Since(
                changes,
                part.entity(),
                history,
                part.rows(),
                part.targets(),
                shift.onset(),
                end - 1);
        found.add(new Found(since, shift, more * weeklyDue(part.rows(), shift.onset())));
      }
    }
    return List.copyOf(found);
  }

  /// Orders since over orders due at the rate before.
  private double moreOrders(int[] units, int onset) {
    AccountHistory history = orders.history();
    double before = 0;
    double dueBefore = 0;
    double after = 0;
    double dueAfter = 0;
    for (int unit : units) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        if (orders.isJudged(history.day(row))) {
          double due = orders.due(unit, row);
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
    double level = dueBefore > 0 ? before / dueBefore : 1;
    return (after + PRIOR_ORDERS) / (dueAfter * level + PRIOR_ORDERS);
  }

  private double weeklyDue(int[] units, int onset) {
    AccountHistory history = orders.history();
    int first = Math.max(onset, history.length() - 7);
    double due = 0;
    int days = 0;
    for (int day = first; day < history.length(); day++) {
      days += history.isDelivered(day) ? 1 : 0;
    }
    for (int unit : units) {
      for (int row = history.start(unit); row < history.start(unit + 1); row++) {
        due += history.day(row) >= first ? orders.complete(unit, row) : 0;
      }
    }
    return days == 0 ? 0 : due / days * 7;
  }
}
