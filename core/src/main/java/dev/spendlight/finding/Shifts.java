package dev.spendlight.finding;

import java.util.List;
import java.util.Set;

/// Levels other than conversion that shifted, found once for all detectors: a campaign whose clicks
/// became dearer, or a product whose orders are worth less, explains what its targets then do.
///
/// @param dearer single targets whose own clicks became dearer, by their ids
record Shifts(List<PriceShifts.Found> prices, Set<String> dearer, List<ValueShifts.Found> values) {
  static final Shifts NONE = new Shifts(List.of(), Set.of(), List.of());

  static Shifts of(Changes changes) {
    boolean silent =
        changes.trackingBreak().isPresent()
            || !changes.history().coverage().hasSales(changes.attribution());
    return new Shifts(
        PriceShifts.of(changes),
        PriceShifts.targets(changes),
        silent ? List.of() : ValueShifts.of(changes));
  }
}
