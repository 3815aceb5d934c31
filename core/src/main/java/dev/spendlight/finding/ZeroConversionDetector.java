package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.scan.ScanLevel;
import dev.spendlight.statistics.ConversionPrior;
import java.util.List;
import java.util.Optional;

/// Targets (keywords, product targets, automatic targets) with (almost) no orders where many are
/// due. While orders are not counted, by the days before.
public final class ZeroConversionDetector implements Detector {

  @Override
  public Outcome examine(CaseFile file) {
    Optional<Tallies> targets = file.tallies(Level.TARGET);
    if (targets.isPresent() && file.isTrackingBroken()) {
      return targets
          .flatMap(tallies -> beforeTheBreak(file, tallies))
          .map(tallies -> examine(file, tallies))
          .orElseGet(Outcome::nothing);
    }
    return targets
        .map(tallies -> examine(file, tallies))
        .orElseGet(() ->
            Outcome.thin(
                "No targeting or search term report was imported, so single targets cannot be judged."));
  }

  /// While orders are not counted, the days before tell.
  private static Optional<Tallies> beforeTheBreak(CaseFile file, Tallies tallies) {
    return file.changes()
        .flatMap(changes ->
            changes.trackingBreak().map(lost -> changes.history().date(lost.onset() - 1)))
        .flatMap(tallies::until);
  }

  private static Outcome examine(CaseFile file, Tallies tallies) {
    if (!tallies.coverage().hasOrders(file.view().attribution())) {
      return Outcome.nothing();
    }
    ZeroOrders.Verdict verdict = ZeroOrders.judge(file, tallies, tally -> path(file, tally));
    List<Finding> found =
        verdict.beyond().stream()
            .filter(each -> !isToldAlready(file, each.suspect()))
            .filter(each -> OrderlessFinding.impact(each.suspect()) >= file.material())
            .map(each -> {
              Entity.Keyword target = (Entity.Keyword) each.suspect().tally().entity();
              return OrderlessFinding.of(
                  FindingKind.ZERO_CONVERSION,
                  each,
                  tallies,
                  verdict.tested(),
                  target.id(),
                  new Action.Pause(target),
                  group(each.suspect().prior()));
            })
            .toList();
    return new Outcome(
        found,
        Restraint.ofZeroOrders(
            FindingKind.ZERO_CONVERSION, "targets", file, tallies, verdict, found.size()),
        List.of());
  }

  /// A target that fell by itself, or with its campaign, and was well before is told of there.
  private static boolean isToldAlready(CaseFile file, ZeroOrders.Suspect suspect) {
    return file.changes()
        .flatMap(changes -> changes.dropOf(suspect.tally().entity().id()))
        .map(drop ->
            drop.set().level() == ScanLevel.UNIT || (drop.before() > 0 && !suspect.isLongSo()))
        .orElse(false);
  }

  /// Brand and generic terms often share an ad group, but seldom a match type and an ad group.
  private static List<String> path(CaseFile file, Tally tally) {
    TermClass sort = file.brandWords().of(tally.entity().name());
    MatchType matchType = tally.key().matchType();
    return List.of(
        sort.name(), tally.key().campaignId(), tally.key().adGroupId(), matchType.name());
  }

  private static String group(ConversionPrior prior) {
    return switch (prior.group().size()) {
      case 0 -> "the other targets of the account";
      case 1 -> "the account's other targets of its kind, brand-like or generic";
      case 2 -> "the other targets of its campaign";
      case 3 -> "the other targets of its ad group";
      default -> "the other targets of its match type in the ad group";
    };
  }
}
