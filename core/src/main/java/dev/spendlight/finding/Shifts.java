package dev.spendlight.finding;

import java.util.List;

/// Levels other than conversion that shifted, found once for all detectors: a campaign whose clicks
/// became dearer, or a product whose orders are worth less, explains what its targets then do.
record Shifts(List<PriceShifts.Found> prices, List<ValueShifts.Found> values) {
  static final Shifts NONE = new Shifts(List.of(), List.of());

  static Shifts of(Changes changes) {
    boolean silent =
        changes.trackingBreak().isPresent()
            || !changes.history().coverage().hasSales(changes.attribution());
    return new Shifts(PriceShifts.of(changes), silent ? List.of() : ValueShifts.of(changes));
  }
}
