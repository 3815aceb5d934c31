package dev.spendlight.evaluation.score;

import dev.spendlight.evaluation.truth.Neutral;
import dev.spendlight.evaluation.truth.Truth;
import java.util.Optional;

/// What became of a claim.
public sealed interface Verdict {
  Claim claim();

  /// Right.
  ///
  /// @param overlap spend-weighted Jaccard index of the targets, 0.5 to 1
  record Right(Claim claim, Truth truth, double overlap) implements Verdict {}

  /// Neither right nor wrong.
  record Excused(Claim claim, Neutral neutral) implements Verdict {}

  /// Wrong.
  ///
  /// @param related the truth that another claim had found already and of which this one tells
  ///   again, or of a part of it; wrong too, for it is one message too many
  record Wrong(Claim claim, Optional<Truth> related) implements Verdict {}
}
