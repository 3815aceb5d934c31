package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.score.Claim;
import dev.spendlight.evaluation.truth.Subject;
import dev.spendlight.finding.Evidence;
import dev.spendlight.finding.Finding;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// Findings as claims.
final class Claims {
  private Claims() {}

  static List<Claim> of(List<Finding> findings) {
    return findings.stream().map(Claims::of).toList();
  }

  private static Claim of(Finding finding) {
    return new Claim(
        finding.kind(),
        Subject.of(finding.entity()),
        new HashSet<>(finding.targetIds()),
        finding.impact().map(each -> each.amount()).map(BigDecimal::doubleValue).orElse(0.0),
        finding.onset(),
        text(finding));
  }

  private static String text(Finding finding) {
    Evidence evidence = finding.evidence();
    return String.format(
        Locale.ROOT,
        "%s %s, expected %s (%s), p %.1e, adjusted %.1e of %d, %s",
        evidence.metric().words(),
        figure(evidence.observed()),
        figure(evidence.expected()),
        evidence.comparedWith(),
        evidence.pValue(),
        evidence.adjusted(),
        evidence.tested(),
        finding.window());
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%,.1f", value);
  }
}
