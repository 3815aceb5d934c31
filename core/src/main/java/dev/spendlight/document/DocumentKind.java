package dev.spendlight.document;

import java.util.Locale;

/// The documents that have a published schema.
public enum DocumentKind {
  SUMMARY,
  FINDINGS,
  EXPLAIN,
  ANALYSIS,
  IMPORT,
  ACCOUNT,
  ACCOUNTS,
  COSTS,
  FACT,
  REPLAY;

  /// As in the names of schema files.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
