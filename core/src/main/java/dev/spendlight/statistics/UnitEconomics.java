package dev.spendlight.statistics;

/// What a click may cost so that an order still pays.
///
/// Example: price 40, goods 9, fulfilment 6.50, referral fee 6: the margin is (40 - 21.5) / 40 =
/// 0.4625, which is also the break-even ACOS; with 10 points of profit the target is 0.3625. At a
/// conversion rate of 0.09 a click is worth 0.3625 · 0.09 · 40 = 1.305.
///
/// @param margin contribution margin before advertising, as a fraction of the price, at most 1;
///   below 0 an order loses money even without advertising
public record UnitEconomics(double margin) {
  /// @throws IllegalArgumentException unless the margin is a number of at most 1
  public UnitEconomics {
    if (!(margin <= 1) || Double.isInfinite(margin)) {
      throw new IllegalArgumentException(
          "A margin is a fraction of at most 1, not " + margin + ".");
    }
  }

  /// From a price and the sum of all costs of an order other than advertising.
  ///
  /// @throws IllegalArgumentException unless the price is greater than 0 and the costs at least 0
  public static UnitEconomics of(double price, double costs) {
    Arguments.positive("A price", price);
    Arguments.notNegative("A cost", costs);
    return new UnitEconomics((price - costs) / price);
  }

  /// The ACOS at which an order brings nothing: the margin.
  public double breakEvenAcos() {
    return margin;
  }

  /// The return on advertising spend at which an order brings nothing: `1 / margin`; infinite
  /// without a margin.
  public double breakEvenRoas() {
    return margin > 0 ? 1 / margin : Double.POSITIVE_INFINITY;
  }

  /// The ACOS that leaves a profit of this fraction of the price.
  public double targetAcos(double profit) {
    return margin - profit;
  }

  /// What a click is worth: `target ACOS · conversion rate · order value`. A cost per click, not a
  /// bid.
  public static double idealCostPerClick(double targetAcos, double rate, double orderValue) {
    return targetAcos * rate * orderValue;
  }
}
