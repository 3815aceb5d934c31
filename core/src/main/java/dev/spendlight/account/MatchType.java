package dev.spendlight.account;

import java.util.Locale;

/// How a target meets a search. Product and automatic targets have no match type of a keyword's
/// kind.
public enum MatchType {
  BROAD,
  PHRASE,
  EXACT,
  /// A product or category target (`asin="..."`, `category="..."`).
  PRODUCT,
  /// An automatic target (close-match, loose-match, substitutes, complements, or `*` in console
  /// files).
  AUTO,
  /// The file says nothing.
  NONE;

  /// Reads what files say: the keyword match types, the targeting expression types of the API, and
  /// `-` in console files, which the targeting text tells apart.
  public static MatchType of(String matchType, String targeting) {
    String word = matchType.strip().toUpperCase(Locale.ROOT);
    return switch (word) {
      case "BROAD", "PHRASE", "EXACT" -> valueOf(word);
      case "TARGETING_EXPRESSION_PREDEFINED" -> AUTO;
      case "TARGETING_EXPRESSION" -> PRODUCT;
      case "", "-" -> ofTargeting(targeting);
      default -> NONE;
    };
  }

  private static MatchType ofTargeting(String targeting) {
    String text = targeting.strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("asin") || text.startsWith("category") || text.startsWith("brand=")) {
      return PRODUCT;
    }
    return switch (text) {
      case "*", "close-match", "loose-match", "substitutes", "complements" -> AUTO;
      default -> NONE;
    };
  }
}
