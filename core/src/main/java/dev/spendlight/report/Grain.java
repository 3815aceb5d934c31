package dev.spendlight.report;

import java.util.Locale;

/// What one row of a file stands for in time.
public enum Grain {
  /// One day.
  DAILY,
  /// Some part of the file's whole period; such rows never enter a daily series.
  RANGE;

  /// As in JSON documents and stores.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
