package dev.spendlight.history;

import dev.spendlight.report.Delivery;
import java.util.Comparator;

/// Which of two deliveries of the same day answers for it: the newest pull that was there by the
/// morning after the as-of day; if none was, the oldest later one. Of one pull day the later import
/// wins.
record PullPreference(AsOf asOf) implements Comparator<Delivery> {

  /// Greater is preferred.
  @Override
  public int compare(Delivery left, Delivery right) {
    boolean leftKnown = asOf.knew(left.pulled());
    boolean rightKnown = asOf.knew(right.pulled());
    if (leftKnown != rightKnown) {
      return leftKnown ? 1 : -1;
    }
    int byPull = left.pulled().compareTo(right.pulled());
    if (byPull != 0) {
      return leftKnown ? byPull : -byPull;
    }
    return Long.compare(left.importId(), right.importId());
  }
}
