package dev.spendlight.metric;

/// What a value is measured in. A percentage and percentage points are different units.
public enum Unit {
  COUNT,
  /// In the account's currency.
  MONEY,
  /// A fraction, shown as a percentage.
  FRACTION,
  /// A difference of two fractions, shown in percentage points.
  POINTS,
  /// A plain ratio, such as ROAS.
  RATIO,
  DAYS
}
