package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.ReportKind;
import dev.spendlight.scan.Impressions;
import dev.spendlight.scan.ShiftScan;
import dev.spendlight.scan.ShiftScan.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Campaigns that are shown far less than before, unlike the rest of the account.
///
/// A campaign that was paused, whose bids or budget were cut, or that is out of budget for much of
/// the day is none of these: that is the account's own doing.
public final class ImpressionDropDetector implements Detector {
  private static final ShiftScan.Plan PLAN = new ShiftScan.Plan(false, 21, 28, 0.25, 0.15);

  private static final double LEAST_Z = 4;
  private static final double MOST_LEFT = Math.log(0.5);

  /// Sales that were lost are worth at least this share of their margin, whatever spend was saved.
  private static final double LEAST_SHARE = 0.2;

  private static final String COMPARED_WITH =
      "its own impressions a day before, as the rest of the account moved since";

  @Override
  public Outcome examine(CaseFile file) {
    return file.changes()
        .filter(changes -> changes.history().coverage().kind() != ReportKind.SEARCH_TERM)
        .map(changes -> examine(file, changes))
        .orElseGet(Outcome::nothing);
  }

  private static Outcome examine(CaseFile file, Changes changes) {
    AccountHistory history = changes.history();
    Grouping campaigns = changes.sets().campaigns();
    int[][] members = campaigns.members();
    Impressions impressions = Impressions.of(history, members);
    List<Finding> found = new ArrayList<>();
    for (Shift shift : ShiftScan.shifts(members.length, history.length(), impressions, PLAN)) {
      Entity campaign = campaigns.groups().get(shift.set());
      int[] units = members[shift.set()];
      Since since = Since.of(changes, campaign, units, shift.onset(), history.length() - 1);
      if (shift.z() >= LEAST_Z
          && shift.log() <= MOST_LEFT
          && isServed(since)
          && !changes
              .settings()
              .explainsFewerImpressions(history, campaign, units, shift.onset())) {
        LostSales lost = lost(file, changes, since, shift);
        if (lost.amount() >= file.material()) {
          found.add(finding(since, shift, lost));
        }
      }
    }
    List<RuledOut> ruledOut =
        found.isEmpty() && members.length > 0
            ? List.of(
                new RuledOut(
                    FindingKind.IMPRESSION_DROP,
                    members.length,
                    "No campaign that is still on is shown far less than before.",
                    Optional.empty()))
            : List.of();
    return new Outcome(found, ruledOut, List.of());
  }

  /// A campaign that stopped altogether was most probably stopped.
  private static boolean isServed(Since since) {
    return since.after().impressions().orElse(0L) > 0
        && since
                .changes()
                .metrics(since.units(), since.last() - 1, since.last())
                .impressions()
                .orElse(0L)
            > 0;
  }

  private static LostSales lost(CaseFile file, Changes changes, Since since, Shift shift) {
    Metrics before = since.before();
    double weeks = weeksBefore(changes, shift.onset());
    double sales = before.sales().map(Number::doubleValue).orElse(0.0) / weeks;
    double spend = before.spend().map(Number::doubleValue).orElse(0.0) / weeks;
    double gone = Math.max(0, 1 - shift.ratio() * Math.exp(shift.common()));
    return file.view()
        .settings()
        .margin()
        .map(Number::doubleValue)
        .or(() -> file.target().map(target -> target.value().doubleValue()))
        .map(share -> {
          double margin = share * sales * gone;
          return new LostSales(
              Math.max(margin - spend * gone, LEAST_SHARE * margin),
              file.view().settings().margin().isPresent()
                  ? "the margin on the sales a week that went with the impressions, less the spend that was saved"
                  : "what the sales a week that went with the impressions may cost, less the spend that was saved");
        })
        .orElseGet(() -> new LostSales(0, ""));
  }

  private static double weeksBefore(Changes changes, int onset) {
    double days = 0;
    for (int day = Math.max(0, onset - Changes.MOST_PAST); day < onset; day++) {
      days += changes.history().isDelivered(day) ? 1 : 0;
    }
    return Math.max(1, days) / 7;
  }

  private static Finding finding(Since since, Shift shift, LostSales lost) {
    double days = since.days().days();
    double after = since.after().impressions().orElse(0L) / days;
    return new Finding(
        FindingKind.IMPRESSION_DROP,
        since.entity(),
        since.targetIds(),
        Direction.BELOW,
        since.days(),
        Optional.of(since.days().from()),
        new Evidence(
            Metric.IMPRESSIONS,
            after,
            after / Math.exp(shift.log()),
            shift.pValue(),
            shift.adjusted(),
            shift.tested(),
            COMPARED_WITH),
        Optional.of(lost.impact()),
        1 - shift.adjusted(),
        since.drivers(Metric.SALES),
        Optional.of(new Action.Inspect(since.entity(), Action.Inspect.What.DELIVERY)),
        since.figures(
            COMPARED_WITH,
            OptionalDouble.empty(),
            lost,
            Metric.IMPRESSIONS,
            Metric.CLICKS,
            Metric.SPEND,
            Metric.SALES));
  }
}
