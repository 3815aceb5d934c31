package dev.spendlight.grounding;

import dev.spendlight.finding.Direction;
import dev.spendlight.finding.Evidence;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.grounding.Contrast.With;
import dev.spendlight.metric.Metric;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which way a finding's figures moved, recomputed from its facts, its evidence and its drivers.
///
/// @param contrasts the finding's, or the account's where there is no finding
record Moves(Optional<Finding> finding, List<Contrast> contrasts) {

  private static final Set<Metric> MORE_IS_BETTER =
      Set.of(
          Metric.CVR,
          Metric.CTR,
          Metric.ROAS,
          Metric.ORDERS,
          Metric.SALES,
          Metric.UNITS,
          Metric.AOV,
          Metric.IMPRESSIONS,
          Metric.DAILY_IMPRESSIONS,
          Metric.CLICKS,
          Metric.TIME_IN_BUDGET);

  private static final Set<Metric> LESS_IS_BETTER = Set.of(Metric.ACOS, Metric.CPC);

  static Moves of(Evidences evidences, Finding finding) {
    return new Moves(Optional.of(finding), evidences.contrastsOf(finding));
  }

  static Moves ofAccount(Evidences evidences) {
    return new Moves(Optional.empty(), evidences.ofAccount());
  }

  /// 1 where more of a metric is better, -1 where less is, 0 where neither.
  static int good(Metric metric) {
    return MORE_IS_BETTER.contains(metric) ? 1 : LESS_IS_BETTER.contains(metric) ? -1 : 0;
  }

  /// Whether some figure of a metric stands on a side of what it is held against.
  ///
  /// @param sign 1 above, -1 below
  boolean show(Metric metric, int sign, Set<With> with) {
    return contrasts.stream()
            .filter(each -> family(each.current().figure().metric()) == family(metric))
            .filter(each -> with.contains(each.with()))
            .anyMatch(each -> Integer.signum(each.sign()) == sign)
        || finding.filter(each -> evidenceShows(each, metric, sign, with)).isPresent();
  }

  /// The same of whatever the finding was tested by.
  boolean show(int sign, Set<With> with) {
    return finding.filter(each -> show(each.evidence().metric(), sign, with)).isPresent();
  }

  private static boolean evidenceShows(Finding finding, Metric metric, int sign, Set<With> with) {
    boolean temporal = Evidences.isChange(finding);
    if (!with.contains(With.USUAL) && !(temporal && with.contains(With.BEFORE))) {
      return false;
    }
    Evidence evidence = finding.evidence();
    boolean same =
        family(evidence.metric()) == family(metric)
            || (evidence.metric() == Metric.ORDERS && metric == Metric.CVR);
    if (same && evidence.metric() != Metric.TIME_IN_BUDGET) {
      return Double.compare(evidence.observed(), evidence.expected()) == sign;
    }
    return temporal && (int) Math.signum(Evidences.change(finding, metric)) == sign;
  }

  /// Figures of these are told of with the same words.
  static Metric family(Metric metric) {
    return switch (metric) {
      case EXPECTED_ORDERS -> Metric.ORDERS;
      case DAILY_IMPRESSIONS -> Metric.IMPRESSIONS;
      case TARGET_ACOS -> Metric.ACOS;
      case BID_CHANGE -> Metric.BID;
      default -> metric;
    };
  }

  /// 1 for good news, -1 for bad, 0 for neither.
  int news() {
    return finding
        .map(each ->
            switch (each.kind()) {
              case LAUNCH_OUTPERFORMING -> 1;
              case BUDGET_EXHAUSTED, DATA_MISSING -> 0;
              case MARKET_SHIFT -> each.direction() == Direction.ABOVE ? 1 : -1;
              default -> -1;
            })
        .orElse(0);
  }

  /// Whether what the finding costs is too much for what it brings.
  boolean isTooDear() {
    return finding
        .map(Finding::kind)
        .filter(
            Set.of(
                    FindingKind.BID_TOO_HIGH,
                    FindingKind.BLEEDING,
                    FindingKind.PLACEMENT_INEFFICIENT,
                    FindingKind.CPC_INFLATION,
                    FindingKind.ZERO_CONVERSION,
                    FindingKind.WASTED_SEARCH_TERM,
                    FindingKind.LAUNCH_UNDERPERFORMING)
                ::contains)
        .isPresent();
  }
}
