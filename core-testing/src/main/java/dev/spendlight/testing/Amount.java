package dev.spendlight.testing;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.Money;
import dev.spendlight.report.Measure;
import java.math.BigDecimal;

/// One figure of a row, in words: `clicks(10)`, `spend("4.20")`. Sales, orders and units are those
/// within 7 days of a click unless a window is named.
///
/// @param value a count, or micros
public record Amount(Measure measure, long value) {
  private static final AttributionWindow USUAL = AttributionWindow.DAYS_7;

  public static Amount impressions(long count) {
    return new Amount(Measure.IMPRESSIONS, count);
  }

  public static Amount clicks(long count) {
    return new Amount(Measure.CLICKS, count);
  }

  public static Amount spend(String money) {
    return new Amount(Measure.SPEND, Money.toMicros(new BigDecimal(money)));
  }

  public static Amount sales(String money) {
    return sales(USUAL, money);
  }

  public static Amount sales(AttributionWindow window, String money) {
    return new Amount(Measure.sales(window), Money.toMicros(new BigDecimal(money)));
  }

  public static Amount orders(long count) {
    return orders(USUAL, count);
  }

  public static Amount orders(AttributionWindow window, long count) {
    return new Amount(Measure.orders(window), count);
  }

  public static Amount units(long count) {
    return units(USUAL, count);
  }

  public static Amount units(AttributionWindow window, long count) {
    return new Amount(Measure.units(window), count);
  }
}
