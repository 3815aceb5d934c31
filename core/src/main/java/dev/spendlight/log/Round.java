package dev.spendlight.log;

import java.util.Locale;

/// Which question of a conversation an exchange is.
public enum Round {
  FIRST,
  /// With what was wrong with the reply to the first.
  CORRECTION;

  /// As in JSON documents.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
