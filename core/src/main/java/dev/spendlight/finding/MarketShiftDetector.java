package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.scan.AccountMove;
import dev.spendlight.scan.Impressions;
import dev.spendlight.scan.ShiftScan;
import java.util.List;
import java.util.Optional;

/// Context: the whole account moved, most campaigns alike. Nothing to act on, but it says why
/// figures differ from last month's.
public final class MarketShiftDetector implements Detector {
  private static final ShiftScan.Plan PLAN = new ShiftScan.Plan(false, 21, 28, 0.12, 0.08);

  private static final double MOST_CHANCE = 1e-4;
  private static final double CONVERSION = Math.log(1.2);
  private static final double DEMAND = Math.log(1.35);
  private static final double DEMAND_Z = 4;

  private static final String COMPARED_WITH =
      "the account's own level before, most campaigns alike";

  @Override
  public Outcome examine(CaseFile file) {
    return file.changes()
        .flatMap(changes -> conversion(file, changes).or(() -> demand(file, changes)))
        .map(found -> new Outcome(List.of(found), List.of(), List.of()))
        .orElseGet(Outcome::nothing);
  }

  private static Optional<Finding> conversion(CaseFile file, Changes changes) {
    if (changes.trackingBreak().isPresent()) {
      return Optional.empty();
    }
    return AccountMove.of(changes.orders(), changes.sets())
        .filter(move -> move.pValue() < MOST_CHANCE)
        .filter(move -> Math.abs(Math.log(move.factor())) >= CONVERSION)
        .map(move -> {
          Evidence evidence =
              new Evidence(
                  Metric.ORDERS,
                  move.observed(),
                  move.expected(),
                  move.pValue(),
                  move.pValue(),
                  1,
                  COMPARED_WITH);
          return finding(
              file, changes, move.onset(), move.last(), move.factor() > 1, evidence, Metric.CVR);
        });
  }

  private static Optional<Finding> demand(CaseFile file, Changes changes) {
    int[][] members = changes.sets().campaigns().members();
    int end = changes.history().length();
    return ShiftScan.common(members.length, end, Impressions.of(changes.history(), members), PLAN)
        .filter(shift -> shift.z() >= DEMAND_Z && Math.abs(shift.log()) >= DEMAND)
        .map(shift -> {
          DateRange days = changes.history().range(shift.onset(), end - 1);
          double after =
              changes
                      .metrics(changes.history().all(), shift.onset(), end - 1)
                      .impressions()
                      .orElse(0L)
                  / (double) days.days();
          Evidence evidence =
              new Evidence(
                  Metric.IMPRESSIONS,
                  after,
                  after / Math.exp(shift.log()),
                  shift.pValue(),
                  shift.pValue(),
                  1,
                  COMPARED_WITH);
          return finding(
              file, changes, shift.onset(), end - 1, shift.log() > 0, evidence, Metric.IMPRESSIONS);
        });
  }

  private static Finding finding(
      CaseFile file,
      Changes changes,
      int onset,
      int last,
      boolean above,
      Evidence evidence,
      Metric metric) {
    Entity account = new Entity.Account(file.view().account());
    int[] all = changes.history().all();
    DateRange days = changes.history().range(onset, last);
    String origin = changes.history().coverage().origin();
    Metrics after = changes.metrics(all, onset, last);
    return new Finding(
        FindingKind.MARKET_SHIFT,
        account,
        List.of(),
        above ? Direction.ABOVE : Direction.BELOW,
        days,
        Optional.of(days.from()),
        evidence,
        Optional.empty(),
        1 - evidence.adjusted(),
        List.of(),
        Optional.empty(),
        new Figures(account, days, origin).observed(after, metric, Metric.ORDERS).list());
  }
}
