package dev.spendlight.evaluation.score;

import java.util.List;
import java.util.OptionalDouble;

/// Claims and truths, counted.
///
/// @param truths what was the matter
/// @param right claims that are right, which is also how many truths were found
/// @param wrong claims that are not
/// @param related those of the wrong ones that tell again of a truth that was found
/// @param excused claims that count neither way
public record Counts(int truths, int right, int wrong, int related, int excused) {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  public static Counts of(Verdicts verdicts) {
    int right = verdicts.right().size();
    List<Verdict.Wrong> wrong = verdicts.wrong();
    int related = (int) wrong.stream().filter(each -> each.related().isPresent()).count();
    return new Counts(
        right + verdicts.missed().size(),
        right,
        wrong.size(),
        related,
        verdicts.claims().size() - right - wrong.size());
  }

  public Counts plus(Counts other) {
    return new Counts(
        truths + other.truths,
        right + other.right,
        wrong + other.wrong,
        related + other.related,
        excused + other.excused);
  }

  /// Claims that count.
  public int claims() {
    return right + wrong;
  }

  /// Share of the claims that are right; empty without claims.
  public OptionalDouble precision() {
    return share(right, claims());
  }

  /// Share of the truths that were found; empty without truths.
  public OptionalDouble recall() {
    return share(right, truths);
  }

  /// Harmonic mean of precision and recall; 0 when nothing is right, empty when there was nothing
  /// to find and nothing claimed.
  public OptionalDouble f1() {
    return share(2.0 * right, claims() + truths);
  }

  static OptionalDouble share(double part, double whole) {
    return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
  }
}
