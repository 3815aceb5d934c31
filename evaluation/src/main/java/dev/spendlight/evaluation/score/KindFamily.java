package dev.spendlight.evaluation.score;

import dev.spendlight.finding.FindingKind;

/// Kinds that are told apart by where they are found only.
public final class KindFamily {
  private KindFamily() {}

  /// A conversion collapse of a product with one campaign is that campaign's bleeding: both are the
  /// same find.
  public static FindingKind of(FindingKind kind) {
    return kind == FindingKind.CONVERSION_COLLAPSE ? FindingKind.BLEEDING : kind;
  }

  public static boolean same(FindingKind one, FindingKind other) {
    return of(one) == of(other);
  }
}
