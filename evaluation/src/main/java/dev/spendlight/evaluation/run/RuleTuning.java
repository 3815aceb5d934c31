package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.baseline.AccountDays;
import dev.spendlight.evaluation.baseline.FixedRules;
import dev.spendlight.evaluation.baseline.RuleThresholds;
import dev.spendlight.evaluation.score.Counts;
import dev.spendlight.evaluation.score.Matching;
import java.util.Comparator;
import java.util.List;

/// Finds the thresholds with which fixed rules do best on some accounts.
public final class RuleTuning {
  private RuleTuning() {}

  /// The last judged morning of an account.
  public record Sample(AccountDays days, Matching matching) {}

  /// @param counts over all samples
  public record Choice(RuleThresholds thresholds, Counts counts) {}

  /// Those of the grid with the highest F1; of equal ones the first.
  public static Choice best(List<Sample> samples) {
    return RuleThresholds.grid().parallelStream()
        .map(thresholds -> new Choice(thresholds, counts(thresholds, samples)))
        .toList()
        .stream()
        .max(Comparator.comparingDouble(each -> each.counts().f1().orElse(0)))
        .orElseThrow();
  }

  private static Counts counts(RuleThresholds thresholds, List<Sample> samples) {
    FixedRules rules = new FixedRules(thresholds);
    return samples.stream()
        .map(each -> Counts.of(each.matching().judge(rules.claims(each.days()))))
        .reduce(Counts.NONE, Counts::plus);
  }
}
