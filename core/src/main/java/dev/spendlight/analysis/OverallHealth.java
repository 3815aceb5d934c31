package dev.spendlight.analysis;

import java.util.Locale;

/// How an account is doing as a whole.
public enum OverallHealth {
  GOOD,
  NEEDS_ATTENTION,
  CRITICAL;

  /// As in JSON documents.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
