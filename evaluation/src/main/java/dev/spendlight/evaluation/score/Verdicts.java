package dev.spendlight.evaluation.score;

import dev.spendlight.evaluation.truth.Truth;
import java.util.List;

/// One morning of an account, one method.
///
/// @param claims what became of each, in the method's order; context is not among them
/// @param missed truths that nothing was said of
/// @param context claims and truths that are context
/// @param spend that overlaps were weighted with
public record Verdicts(
    List<Verdict> claims, List<Truth> missed, ContextCount context, TargetSpend spend) {

  /// Claims that count, in the method's order.
  public List<Verdict> counted() {
    return claims.stream().filter(each -> !(each instanceof Verdict.Excused)).toList();
  }

  public List<Verdict.Right> right() {
    return claims.stream()
        .filter(Verdict.Right.class::isInstance)
        .map(Verdict.Right.class::cast)
        .toList();
  }

  public List<Verdict.Wrong> wrong() {
    return claims.stream()
        .filter(Verdict.Wrong.class::isInstance)
        .map(Verdict.Wrong.class::cast)
        .toList();
  }
}
