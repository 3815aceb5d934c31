package dev.spendlight.scan;

/// A set that converts less than before, beyond chance.
///
/// @param onset first day of it, counted in the history
/// @param last last day that was judged
/// @param observed orders from the onset on
/// @param expected orders due by the set's own level before and the account's move since
/// @param before orders of the days before that this rests on
/// @param pValue the chance of so few, corrected for looking since when
/// @param adjusted the same after false-discovery control over its level
/// @param tested sets tested at its level
/// @param level the set's orders per order due, before the onset
public record ConversionDrop(
    UnitSet set,
    int onset,
    int last,
    double observed,
    double expected,
    double before,
    double pValue,
    double adjusted,
    int tested,
    double level) {

  /// What is left, shrunk towards all: what stands out most is partly luck.
  public double ratio() {
    return Math.min(1, (observed + 1) / (expected + 1));
  }
}
