package dev.spendlight.rules;

import dev.spendlight.finding.FindingKind;

/// Which findings are good news that could bring more, not problems that cost.
final class Promise {
  private Promise() {}

  static boolean is(FindingKind kind) {
    return kind == FindingKind.LAUNCH_OUTPERFORMING || kind == FindingKind.BUDGET_EXHAUSTED;
  }
}
