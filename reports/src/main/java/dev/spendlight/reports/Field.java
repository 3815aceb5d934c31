package dev.spendlight.reports;

import dev.spendlight.report.Measure;
import java.util.Locale;

/// What a column of a report holds. The names in lower case with dashes are those of the header
/// tables.
enum Field {
  DATE(Shape.DAY),
  START_DATE(Shape.DAY),
  END_DATE(Shape.DAY),
  CAMPAIGN_ID(Shape.TEXT),
  CAMPAIGN(Shape.TEXT),
  AD_GROUP_ID(Shape.TEXT),
  AD_GROUP(Shape.TEXT),
  TARGET_ID(Shape.TEXT),
  TARGETING(Shape.TEXT),
  /// The keyword beside a targeting expression; used where there is no other targeting.
  KEYWORD(Shape.TEXT),
  MATCH_TYPE(Shape.TEXT),
  /// Used where there is no match type.
  KEYWORD_TYPE(Shape.TEXT),
  SEARCH_TERM(Shape.TEXT),
  ASIN(Shape.TEXT),
  SKU(Shape.TEXT),
  AD_ID(Shape.TEXT),
  PLACEMENT(Shape.TEXT),
  CAMPAIGN_STATUS(Shape.TEXT),
  /// Of the target or ad group that the row is about.
  STATUS(Shape.TEXT),
  CURRENCY(Shape.TEXT),
  /// Sponsored Products or another programme.
  PROGRAM(Shape.TEXT),
  BID(Shape.MONEY),
  BUDGET(Shape.MONEY),
  TIME_IN_BUDGET(Shape.SHARE),
  IMPRESSIONS(Measure.IMPRESSIONS),
  CLICKS(Measure.CLICKS),
  SPEND(Measure.SPEND),
  SALES_1(Measure.SALES_1),
  SALES_7(Measure.SALES_7),
  SALES_14(Measure.SALES_14),
  SALES_30(Measure.SALES_30),
  ORDERS_1(Measure.ORDERS_1),
  ORDERS_7(Measure.ORDERS_7),
  ORDERS_14(Measure.ORDERS_14),
  ORDERS_30(Measure.ORDERS_30),
  UNITS_1(Measure.UNITS_1),
  UNITS_7(Measure.UNITS_7),
  UNITS_14(Measure.UNITS_14),
  UNITS_30(Measure.UNITS_30),
  /// Known, and not kept: ratios, last year's figures, splits by product.
  LEFT_OUT(Shape.NOTHING),
  UNKNOWN(Shape.NOTHING);

  /// How a cell is read.
  enum Shape {
    DAY,
    TEXT,
    MONEY,
    COUNT,
    SHARE,
    NOTHING
  }

  private static final int NO_MEASURE = -1;

  final Shape shape;

  /// The place of its [Measure], or negative.
  final int measure;

  Field(Shape shape) {
    this.shape = shape;
    this.measure = NO_MEASURE;
  }

  Field(Measure measure) {
    this.shape = measure.isMoney() ? Shape.MONEY : Shape.COUNT;
    this.measure = measure.ordinal();
  }

  boolean isMeasure() {
    return measure >= 0;
  }

  /// Whether it holds the platform's ids, which are whole numbers too large for a double.
  boolean isId() {
    return switch (this) {
      case CAMPAIGN_ID, AD_GROUP_ID, TARGET_ID, AD_ID -> true;
      default -> false;
    };
  }

  static Field of(Measure measure) {
    return valueOf(measure.name());
  }

  /// As header tables spell it: `ad-group`.
  static Field ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
