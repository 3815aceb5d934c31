package dev.spendlight.app.print;

import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Writes values of one metric and differences of it: `28.41%` and `+5.10 pp`, `$120.00` and
/// `-$3.20`.
///
/// @param perDay whether sums are a day's, which a whole number would be too coarse for
record ChangeFigures(Metric metric, MoneyFormat money, boolean perDay) {
  private static final int CPC_PLACES = 4;

  /// A value with as many places as its differences have. Those of a cost per click are finer than
  /// any coin.
  String value(double value) {
    return switch (metric.unit()) {
      case FRACTION -> number(100 * value, places()) + "%";
      case MONEY -> metric == Metric.CPC ? number(value, places()) : amount(value);
      default -> number(value, places());
    };
  }

  /// The same as it stands in a table, where it is read beside others.
  String cell(double value) {
    return switch (metric.unit()) {
      case FRACTION -> number(100 * value, places() - 1) + "%";
      case MONEY -> amount(value);
      default -> value(value);
    };
  }

  /// A difference with its sign and its unit.
  String difference(double difference) {
    return metric.unit() == Unit.FRACTION ? bare(difference) + " pp" : bare(difference);
  }

  /// The same in running text, where number and unit stay on one line.
  String inText(double difference) {
    return difference(difference).replace(' ', '\u00a0');
  }

  /// A difference without the unit: the column's header tells it.
  String bare(double difference) {
    return switch (metric.unit()) {
      case FRACTION -> signed(100 * difference);
      case MONEY -> metric == Metric.CPC ? signed(difference) : signedAmount(difference);
      default -> signed(difference);
    };
  }

  /// The unit of [#bare], as a header tells it.
  String unit() {
    return metric.unit() == Unit.FRACTION ? ", pp" : "";
  }

  private int places() {
    return switch (metric) {
      case CTR -> 3;
      case CPC -> CPC_PLACES;
      case ACOS, CVR, ROAS -> 2;
      default -> perDay ? 1 : 0;
    };
  }

  private String signed(double value) {
    String digits = number(Math.abs(value), places());
    return sign(value, digits) + digits;
  }

  private String signedAmount(double value) {
    String text = amount(Math.abs(value));
    return sign(value, text) + text;
  }

  private String amount(double value) {
    return money.format(BigDecimal.valueOf(value));
  }

  /// None for what rounds to nothing.
  private static String sign(double value, String digits) {
    boolean nothing = digits.chars().noneMatch(each -> each >= '1' && each <= '9');
    return nothing ? "" : value < 0 ? "-" : "+";
  }

  private static String number(double value, int places) {
    return String.format(
        Locale.ENGLISH,
        "%,." + places + "f",
        BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN));
  }
}
