package dev.spendlight.metric;

/// Within how many days of a click an order counts for it. Windows are never mixed.
public enum AttributionWindow {
  DAYS_1(1),
  DAYS_7(7),
  DAYS_14(14),
  DAYS_30(30);

  private final int days;

  AttributionWindow(int days) {
    this.days = days;
  }

  public int days() {
    return days;
  }
}
