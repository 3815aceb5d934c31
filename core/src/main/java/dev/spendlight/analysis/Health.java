package dev.spendlight.analysis;

import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Direction;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.finding.Impact;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.util.Optional;

/// Rates an account as a whole, whoever words it. What could bring more does not make an account
/// worse, and one whose orders may not be counted is critical.
public final class Health {
  /// Findings worth this share of the week's spend, or an ACOS this far above the target, are
  /// critical.
  private static final double CRITICAL_SHARE = 0.25;

  private static final double CRITICAL_TIMES_TARGET = 1.5;

  private static final double ATTENTION_TIMES_TARGET = 1.1;

  private Health() {}

  /// The health that an answer about these facts has.
  public static OverallHealth of(FactSheet sheet) {
    if (sheet.findings().findings().stream()
        .anyMatch(each -> each.kind() == FindingKind.TRACKING_BROKEN)) {
      return OverallHealth.CRITICAL;
    }
    double share = shareAtStake(sheet);
    double timesTarget = timesTarget(sheet).orElse(0.0);
    if (share >= CRITICAL_SHARE || timesTarget >= CRITICAL_TIMES_TARGET) {
      return OverallHealth.CRITICAL;
    }
    boolean attention =
        sheet.findings().findings().stream().anyMatch(Health::isTrouble)
            || !sheet.findings().thin().isEmpty()
            || timesTarget > ATTENTION_TIMES_TARGET;
    return attention ? OverallHealth.NEEDS_ATTENTION : OverallHealth.GOOD;
  }

  /// Neither good news nor a market that gives more.
  private static boolean isTrouble(Finding finding) {
    boolean rise =
        finding.kind() == FindingKind.MARKET_SHIFT && finding.direction() == Direction.ABOVE;
    return finding.kind() != FindingKind.LAUNCH_OUTPERFORMING && !rise;
  }

  private static double shareAtStake(FactSheet sheet) {
    double spend = value(sheet.ofAccount(Metric.SPEND)).orElse(0.0);
    int days = sheet.summary().window().days();
    double atStake =
        sheet.findings().findings().stream()
            .filter(each -> !each.kind().isPromise())
            .map(Finding::impact)
            .flatMap(Optional::stream)
            .map(Impact::amount)
            .mapToDouble(BigDecimal::doubleValue)
            .max()
            .orElse(0);
    return spend <= 0 ? 0 : atStake / (spend / days * 7);
  }

  private static Optional<Double> timesTarget(FactSheet sheet) {
    return value(sheet.ofAccount(Metric.ACOS))
        .flatMap(acos -> value(sheet.ofAccount(Metric.TARGET_ACOS)).map(target -> acos / target));
  }

  private static Optional<Double> value(Optional<Fact> fact) {
    return fact.map(each -> each.figure().value().doubleValue());
  }
}
