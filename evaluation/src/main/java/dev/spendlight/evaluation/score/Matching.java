package dev.spendlight.evaluation.score;

import dev.spendlight.evaluation.truth.Neutral;
import dev.spendlight.evaluation.truth.Subject;
import dev.spendlight.evaluation.truth.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says of each claim whether it is right.
///
/// A claim may be right by a truth of its kind whose targets are about the same by spend; claims
/// and truths are paired one to one, largest overlap first. What is left over is excused by a
/// neutral, or wrong.
///
/// @param truths everything that is the matter, context too
/// @param spend of each target over the last two weeks
public record Matching(List<Truth> truths, List<Neutral> neutrals, TargetSpend spend) {
  private static final double LEAST_OVERLAP = 0.5;

  private record Pair(int claim, int truth, double overlap) {}

  /// @param claims of one morning, most important first
  public Verdicts judge(List<Claim> claims) {
    List<Claim> problems = claims.stream().filter(each -> !each.kind().isContext()).toList();
    List<Truth> real = truths.stream().filter(each -> !each.kind().isContext()).toList();
    Map<Integer, Pair> pairs = pairs(problems, real);
    Set<Integer> found = new HashSet<>();
    pairs.values().forEach(pair -> found.add(pair.truth()));
    List<Truth> foundTruths = found.stream().sorted().map(real::get).toList();
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      Pair pair = pairs.get(i);
      verdicts.add(
          pair == null
              ? leftOver(problems.get(i), foundTruths)
              : new Verdict.Right(problems.get(i), real.get(pair.truth()), pair.overlap()));
    }
    List<Truth> missed = new ArrayList<>();
    for (int i = 0; i < real.size(); i++) {
      if (!found.contains(i)) {
        missed.add(real.get(i));
      }
    }
    return new Verdicts(List.copyOf(verdicts), List.copyOf(missed), context(claims), spend);
  }

  /// By claim. Of equal overlaps the more important claim goes first.
  private Map<Integer, Pair> pairs(List<Claim> claims, List<Truth> real) {
    List<Pair> possible = new ArrayList<>();
    for (int claim = 0; claim < claims.size(); claim++) {
      for (int truth = 0; truth < real.size(); truth++) {
        overlap(claims.get(claim), real.get(truth), claim, truth).ifPresent(possible::add);
      }
    }
    possible.sort(
        Comparator.comparingDouble(Pair::overlap)
            .reversed()
            .thenComparingInt(Pair::claim)
            .thenComparingInt(Pair::truth));
    Map<Integer, Pair> taken = new HashMap<>();
    Set<Integer> truthsTaken = new HashSet<>();
    for (Pair pair : possible) {
      if (!taken.containsKey(pair.claim()) && truthsTaken.add(pair.truth())) {
        taken.put(pair.claim(), pair);
      }
    }
    return taken;
  }

  private Optional<Pair> overlap(Claim claim, Truth truth, int claimIndex, int truthIndex) {
    if (!KindFamily.same(claim.kind(), truth.kind()) || !agree(claim.subject(), truth.subject())) {
      return Optional.empty();
    }
    double overlap = spend.jaccard(claim.targetIds(), truth.targetIds());
    return overlap >= LEAST_OVERLAP
        ? Optional.of(new Pair(claimIndex, truthIndex, overlap))
        : Optional.empty();
  }

  /// Targets do not tell which search term or placement is meant; of everything else they do.
  private static boolean agree(Subject claimed, Subject real) {
    return (!real.isWithinTargets() && !claimed.isWithinTargets()) || claimed.agreesWith(real);
  }

  private Verdict leftOver(Claim claim, List<Truth> found) {
    Optional<Neutral> excuse = neutrals.stream().filter(each -> excuses(each, claim)).findFirst();
    return excuse.isPresent()
        ? new Verdict.Excused(claim, excuse.get())
        : new Verdict.Wrong(claim, related(claim, found));
  }

  private boolean excuses(Neutral neutral, Claim claim) {
    if (neutral.kind().filter(kind -> !KindFamily.same(kind, claim.kind())).isPresent()) {
      return false;
    }
    if (neutral.isWide()
        && !claim.targetIds().isEmpty()
        && neutral.targetIds().containsAll(claim.targetIds())) {
      return true;
    }
    return neutral
            .subject()
            .filter(each -> each.isWithinTargets() && !each.agreesWith(claim.subject()))
            .isEmpty()
        && spend.jaccard(claim.targetIds(), neutral.targetIds()) >= LEAST_OVERLAP;
  }

  /// A truth that was found and holds most of what the claim is about, or most of which the claim
  /// holds.
  private Optional<Truth> related(Claim claim, List<Truth> found) {
    return found.stream()
        .filter(truth ->
            spend.shareWithin(claim.targetIds(), truth.targetIds()) >= LEAST_OVERLAP
                || spend.shareWithin(truth.targetIds(), claim.targetIds()) >= LEAST_OVERLAP)
        .findFirst();
  }

  private ContextCount context(List<Claim> claims) {
    int told = 0;
    int right = 0;
    List<Truth> open =
        new ArrayList<>(truths.stream().filter(each -> each.kind().isContext()).toList());
    int real = open.size();
    for (Claim claim : claims) {
      if (claim.kind().isContext()) {
        told++;
        Optional<Truth> truth =
            open.stream().filter(each -> each.kind() == claim.kind()).findFirst();
        truth.ifPresent(open::remove);
        right += truth.isPresent() ? 1 : 0;
      }
    }
    return new ContextCount(real, told, right);
  }
}
