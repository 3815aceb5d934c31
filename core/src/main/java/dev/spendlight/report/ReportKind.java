package dev.spendlight.report;

import java.util.Locale;

/// What a report is about. The order is the order in which reports answer for a window when they
/// tie.
public enum ReportKind {
  TARGETING("targeting"),
  CAMPAIGN("campaign"),
  AD_GROUP("ad group"),
  ADVERTISED_PRODUCT("advertised product"),
  PLACEMENT("placement"),
  SEARCH_TERM("search term"),
  BUDGET("budget");

  private final String words;

  ReportKind(String words) {
    this.words = words;
  }

  /// As in running text: "search term".
  public String words() {
    return words;
  }

  /// As in JSON documents and stores: `search_term`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
