package dev.spendlight.driver;

/// The two sums of a ratio in both periods, of a part or of a whole; of a sum the numerator alone,
/// the denominator being 0.
///
/// @param n0 numerator before
/// @param d0 denominator before
/// @param n1 numerator after
/// @param d1 denominator after
record Extent(double n0, double d0, double n1, double d1) {
  static final Extent NONE = new Extent(0, 0, 0, 0);

  Extent plus(Extent other) {
    return new Extent(n0 + other.n0, d0 + other.d0, n1 + other.n1, d1 + other.d1);
  }

  /// Of the numerator of a whole in both periods; 0 where that has none.
  double numeratorShare(Extent whole) {
    return share(n0 + n1, whole.n0 + whole.n1);
  }

  /// Of the denominator of a whole in both periods; 0 where that has none.
  double denominatorShare(Extent whole) {
    return share(d0 + d1, whole.d0 + whole.d1);
  }

  /// How much of a whole this was in the earlier period.
  double sizeBefore(Extent whole) {
    return size(n0, d0, whole.n0, whole.d0);
  }

  /// How much of a whole this is in the later period.
  double sizeAfter(Extent whole) {
    return size(n1, d1, whole.n1, whole.d1);
  }

  /// Of a sum the share of it, of a ratio the mean of the shares of its two sums; where one of the
  /// two is nothing, the other tells.
  private static double size(
      double numerator, double denominator, double allNumerator, double allDenominator) {
    double one = share(numerator, allNumerator);
    double other = share(denominator, allDenominator);
    return !(allDenominator > 0) ? one : !(allNumerator > 0) ? other : (one + other) / 2;
  }

  private static double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }
}
