package dev.spendlight.driver;

/// The logarithmic mean `L(a, b) = (a - b) / ln(a / b)`, with `L(a, a) = a` and `L(a, 0) = 0`: the
/// weight that turns relative changes of factors into shares of an absolute change.
///
/// Source: Ang 2005, Energy Policy 33, 867-871 (LMDI-I).
final class LogMean {
  private LogMean() {}

  /// @param a at least 0
  /// @param b at least 0
  static double of(double a, double b) {
    if (a == b) {
      return a;
    }
    if (a == 0 || b == 0) {
      return 0;
    }
    double relative = (a - b) / b;
    // Near each other the quotient of two small differences loses its digits; log1p keeps them.
    return Math.abs(relative) < 0.5 ? (a - b) / Math.log1p(relative) : (a - b) / Math.log(a / b);
  }

  /// `ln(after / before)`, exact also where both are nearly the same.
  ///
  /// @param before greater than 0
  /// @param after greater than 0
  static double change(double before, double after) {
    double relative = (after - before) / before;
    return Math.abs(relative) < 0.5 ? Math.log1p(relative) : Math.log(after / before);
  }
}
