package dev.spendlight.metric;

import java.util.Locale;

/// Everything that a fact can state, with its unit and its name in running text.
public enum Metric {
  IMPRESSIONS(Unit.COUNT, "impressions"),
  /// Impressions of a period over its days.
  DAILY_IMPRESSIONS(Unit.COUNT, "impressions a day"),
  CLICKS(Unit.COUNT, "clicks"),
  SPEND(Unit.MONEY, "spend"),
  SALES(Unit.MONEY, "sales"),
  ORDERS(Unit.COUNT, "orders"),
  UNITS(Unit.COUNT, "units"),
  ACOS(Unit.FRACTION, "ACOS"),
  CTR(Unit.FRACTION, "click-through rate"),
  CVR(Unit.FRACTION, "conversion rate"),
  CPC(Unit.MONEY, "cost per click"),
  ROAS(Unit.RATIO, "ROAS"),
  AOV(Unit.MONEY, "average order value"),
  /// Orders that the nearest group's conversion rate would have brought.
  EXPECTED_ORDERS(Unit.COUNT, "expected orders"),
  /// What the account wants to stay under: its own setting, or its own average.
  TARGET_ACOS(Unit.FRACTION, "target ACOS"),
  /// What a finding costs or could bring in a week.
  WEEKLY_IMPACT(Unit.MONEY, "estimated weekly impact"),
  BID(Unit.MONEY, "bid"),
  DAILY_BUDGET(Unit.MONEY, "daily budget"),
  BID_CHANGE(Unit.FRACTION, "bid change"),
  MISSING_DAYS(Unit.DAYS, "days without a report"),
  TARGETS(Unit.COUNT, "targets"),
  /// Share of the spend that went to what the sentence names.
  SPEND_SHARE(Unit.FRACTION, "share of spend"),
  /// Share of the day in which a campaign's budget was not yet spent.
  TIME_IN_BUDGET(Unit.FRACTION, "time in budget");

  private final Unit unit;
  private final String words;

  Metric(Unit unit, String words) {
    this.unit = unit;
    this.words = words;
  }

  public Unit unit() {
    return unit;
  }

  /// As in running text, plural where it counts.
  public String words() {
    return words;
  }

  /// As in JSON documents and on the command line.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
