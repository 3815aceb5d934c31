package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Metric;
import dev.spendlight.scan.TrackingBreak;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Orders that are no longer counted (`TrackingBreak`). While it lasts, nothing is said of
/// conversion.
public final class TrackingBrokenDetector implements Detector {
  private static final String COMPARED_WITH = "the account's own conversion rate before";

  @Override
  public Outcome examine(CaseFile file) {
    return file.changes()
        .flatMap(changes ->
            changes
                .trackingBreak()
                .map(found ->
                    new Outcome(List.of(finding(file, changes, found)), List.of(), List.of())))
        .orElseGet(Outcome::nothing);
  }

  private static Finding finding(CaseFile file, Changes changes, TrackingBreak found) {
    Entity account = new Entity.Account(file.view().account());
    int[] all = changes.history().all();
    Since since = Since.of(changes, account, all, found.onset(), found.last());
    Changes.Week week = changes.week(all, found.onset());
    double ratio = Math.min(1, (found.observed() + 1) / (found.expected() + 1));
    double unseen = week.due() * found.level() * (1 - ratio) * since.orderValueBefore();
    LostSales lost = LostSales.of(file.view().settings(), unseen, week.spend(), ratio);
    return new Finding(
        FindingKind.TRACKING_BROKEN,
        account,
        changes.targetIds(),
        Direction.BELOW,
        since.days(),
        Optional.of(since.days().from()),
        new Evidence(
            Metric.ORDERS,
            found.observed(),
            found.expected(),
            found.pValue(),
            found.pValue(),
            1,
            COMPARED_WITH),
        Optional.of(lost.impact()),
        1 - found.pValue(),
        since.drivers(Metric.SALES),
        Optional.of(new Action.Inspect(account, Action.Inspect.What.ORDER_REPORTING)),
        since.figures(
            COMPARED_WITH,
            OptionalDouble.of(found.expected()),
            lost,
            Metric.ORDERS,
            Metric.CLICKS,
            Metric.SPEND,
            Metric.CVR));
  }
}
