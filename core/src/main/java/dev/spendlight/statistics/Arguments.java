package dev.spendlight.statistics;

/// The ranges that several statistics ask of their arguments, refused with the same words
/// everywhere.
final class Arguments {
  private Arguments() {}

  /// @throws IllegalArgumentException unless `value` is finite and greater than 0
  static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " is a finite number greater than 0, not " + value + ".");
    }
    return value;
  }

  /// @throws IllegalArgumentException unless `value` is finite and at least 0
  static double notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " is a finite number of at least 0, not " + value + ".");
    }
    return value;
  }

  /// @throws IllegalArgumentException unless `value` is at least 0
  static long notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " is at least 0, not " + value + ".");
    }
    return value;
  }

  /// @throws IllegalArgumentException unless `value` is from 0 to 1
  static double probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is a number from 0 to 1, not " + value + ".");
    }
    return value;
  }

  /// @throws IllegalArgumentException unless `value` is strictly between 0 and 1
  static double insideUnit(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          name + " lies between 0 and 1, both excluded, not " + value + ".");
    }
    return value;
  }
}
