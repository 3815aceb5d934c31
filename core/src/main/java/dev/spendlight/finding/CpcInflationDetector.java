package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Metric;
import dev.spendlight.scan.ShiftScan.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Campaigns whose clicks became dearer than before and than in the rest of the account, target by
/// target.
///
/// A rise that follows the account's own higher bids is no inflation.
public final class CpcInflationDetector implements Detector {
  /// One step of bids at a time; then look again.
  private static final double LARGEST_CUT = 0.30;

  private static final String COMPARED_WITH =
      "its own cost per click before, target by target, as the rest of the account moved since";

  @Override
  public Outcome examine(CaseFile file) {
    return file.changes().map(changes -> examine(file, changes)).orElseGet(Outcome::nothing);
  }

  private static Outcome examine(CaseFile file, Changes changes) {
    List<Finding> found = new ArrayList<>();
    List<RuledOut> ruledOut = new ArrayList<>();
    for (PriceShifts.Found each : file.shifts().prices()) {
      double index = each.shift().ratio();
      if (each.isOwnDoing()) {
        ruledOut.add(
            new RuledOut(
                FindingKind.CPC_INFLATION,
                1,
                "The clicks of one campaign became dearer by %.0f%% after its bids were raised; that is your change."
                    .formatted(100 * (index - 1)),
                Optional.empty()));
        continue;
      }
      double spend = changes.week(each.units(), each.shift().onset()).spend();
      LostSales dearer =
          new LostSales(
              spend * (1 - 1 / index), "its weekly spend, less what its clicks cost before");
      if (dearer.amount() >= file.material()) {
        found.add(finding(changes, each.campaign(), each.units(), each.shift(), dearer));
      }
    }
    int tested = changes.sets().campaigns().groups().size();
    if (found.isEmpty() && tested > 0) {
      ruledOut.add(
          new RuledOut(
              FindingKind.CPC_INFLATION,
              tested,
              "No campaign's clicks became dearer than in the rest of the account beyond chance.",
              Optional.empty()));
    }
    return new Outcome(found, ruledOut, List.of());
  }

  private static Finding finding(
      Changes changes, Entity campaign, int[] units, Shift shift, LostSales dearer) {
    int last = changes.history().length() - 1;
    Since since = Since.of(changes, campaign, units, shift.onset(), last);
    double after = since.after().cpc().map(Number::doubleValue).orElse(0.0);
    double cut = Math.min(LARGEST_CUT, 1 - 1 / shift.ratio());
    return new Finding(
        FindingKind.CPC_INFLATION,
        campaign,
        changes.targetIds(units),
        Direction.ABOVE,
        since.days(),
        Optional.of(since.days().from()),
        new Evidence(
            Metric.CPC,
            after,
            after / Math.exp(shift.log()),
            shift.pValue(),
            shift.adjusted(),
            shift.tested(),
            COMPARED_WITH),
        Optional.of(dearer.impact()),
        1 - shift.adjusted(),
        since.drivers(Metric.SPEND),
        Optional.of(new Action.ChangeBids(campaign, BidSteps.lower(cut))),
        since.figures(
            COMPARED_WITH,
            OptionalDouble.empty(),
            dearer,
            Metric.CPC,
            Metric.CLICKS,
            Metric.SPEND));
  }
}
