package dev.spendlight.finding;

import java.util.Locale;

/// Which way the figure that a finding rests on departs from what is expected.
public enum Direction {
  ABOVE,
  BELOW,
  /// Nothing to compare, such as a missing report.
  NONE;

  /// As in JSON documents.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
