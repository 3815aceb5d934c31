package dev.spendlight.report;

import dev.spendlight.metric.AttributionWindow;

/// A column of sums. Money is in micros of the account's currency, everything else a count.
public enum Measure {
  IMPRESSIONS,
  CLICKS,
  SPEND,
  SALES_1,
  SALES_7,
  SALES_14,
  SALES_30,
  ORDERS_1,
  ORDERS_7,
  ORDERS_14,
  ORDERS_30,
  UNITS_1,
  UNITS_7,
  UNITS_14,
  UNITS_30;

  public boolean isMoney() {
    return switch (this) {
      case SPEND, SALES_1, SALES_7, SALES_14, SALES_30 -> true;
      default -> false;
    };
  }

  public static Measure sales(AttributionWindow window) {
    return switch (window) {
      case DAYS_1 -> SALES_1;
      case DAYS_7 -> SALES_7;
      case DAYS_14 -> SALES_14;
      case DAYS_30 -> SALES_30;
    };
  }

  public static Measure orders(AttributionWindow window) {
    return switch (window) {
      case DAYS_1 -> ORDERS_1;
      case DAYS_7 -> ORDERS_7;
      case DAYS_14 -> ORDERS_14;
      case DAYS_30 -> ORDERS_30;
    };
  }

  public static Measure units(AttributionWindow window) {
    return switch (window) {
      case DAYS_1 -> UNITS_1;
      case DAYS_7 -> UNITS_7;
      case DAYS_14 -> UNITS_14;
      case DAYS_30 -> UNITS_30;
    };
  }
}
