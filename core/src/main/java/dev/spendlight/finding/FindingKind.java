package dev.spendlight.finding;

import java.util.Locale;

/// What a finding says.
public enum FindingKind {
  /// A target converts, but not well enough to pay for its clicks.
  BID_TOO_HIGH,
  /// A target has (almost) no orders where many are due.
  ZERO_CONVERSION,
  /// A campaign spends more on its sales than it may.
  BLEEDING,
  CONVERSION_COLLAPSE,
  CPC_INFLATION,
  BUDGET_EXHAUSTED,
  TRACKING_BROKEN,
  LAUNCH_OUTPERFORMING,
  LAUNCH_UNDERPERFORMING,
  IMPRESSION_DROP,
  /// Context: the whole account moved.
  MARKET_SHIFT,
  /// A search term has (almost) no orders where many are due.
  WASTED_SEARCH_TERM,
  PLACEMENT_INEFFICIENT,
  ORDER_VALUE_DROP,
  /// Context: a report-day that was never delivered.
  DATA_MISSING;

  /// As in JSON documents.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Context has no action and never becomes an opportunity.
  public boolean isContext() {
    return this == MARKET_SHIFT || this == DATA_MISSING;
  }

  /// Good news that could bring more, not a problem that costs.
  public boolean isPromise() {
    return this == LAUNCH_OUTPERFORMING || this == BUDGET_EXHAUSTED;
  }
}
