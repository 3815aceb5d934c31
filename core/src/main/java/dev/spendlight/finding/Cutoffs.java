package dev.spendlight.finding;

import dev.spendlight.scan.ConversionDrop;
import dev.spendlight.scan.ScanLevel;
import java.util.Arrays;

/// Until when each target speaks for itself.
final class Cutoffs {
  private Cutoffs() {}

  /// For each unit the day after the last one that speaks for itself: what befell its whole
  /// campaign or product is not its own.
  static int[] of(Changes changes, Shifts shifts) {
    int[] cutoff = new int[changes.history().units().size()];
    Arrays.fill(cutoff, changes.history().length());
    changes.trackingBreak().ifPresent(lost -> Arrays.fill(cutoff, lost.onset()));
    for (ConversionDrop drop : changes.drops()) {
      cut(cutoff, drop.set().units(), drop.set().level() == ScanLevel.UNIT ? 0 : drop.onset());
    }
    shifts.prices().stream()
        .filter(each -> !each.isOwnDoing())
        .forEach(each -> cut(cutoff, each.units(), each.shift().onset()));
    shifts.values().forEach(each -> cut(cutoff, each.since().targets(), each.shift().onset()));
    return cutoff;
  }

  private static void cut(int[] cutoff, int[] units, int onset) {
    for (int unit : units) {
      cutoff[unit] = Math.min(cutoff[unit], onset);
    }
  }
}
