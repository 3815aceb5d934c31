package dev.spendlight.evaluation.score;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// How much each target spent lately: what weighs when sets of targets are compared.
///
/// @param spend by target id, account currency; who is not in it spent nothing
public record TargetSpend(Map<String, Double> spend) {

  public TargetSpend {
    spend = Map.copyOf(spend);
  }

  /// Spend of the targets in both over spend of the targets in either, 0 to 1. Where nothing was
  /// spent, targets are counted instead.
  public double jaccard(Set<String> one, Set<String> other) {
    Set<String> either = new HashSet<>(one);
    either.addAll(other);
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return ratio(both, either);
  }

  /// How much of the first set's spend lies in the second, 0 to 1.
  public double shareWithin(Set<String> part, Set<String> whole) {
    Set<String> both = new HashSet<>(part);
    both.retainAll(whole);
    return ratio(both, part);
  }

  /// Of all of them together, account currency.
  public double total(Set<String> targets) {
    return sum(targets, this::of);
  }

  private double ratio(Set<String> part, Set<String> whole) {
    if (whole.isEmpty()) {
      return 0;
    }
    double all = sum(whole, this::of);
    return all > 0 ? sum(part, this::of) / all : (double) part.size() / whole.size();
  }

  private double of(String target) {
    return spend.getOrDefault(target, 0.0);
  }

  private static double sum(Set<String> targets, ToDoubleFunction<String> of) {
    return targets.stream().sorted().mapToDouble(of).sum();
  }
}
