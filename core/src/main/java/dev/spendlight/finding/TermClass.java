package dev.spendlight.finding;

/// How a keyword or search term is taken by its words.
public enum TermClass {
  /// Holds a word that makes clicks convert several times as well as others in this account: mostly
  /// the names of the own brand.
  BRAND_LIKE,
  GENERIC
}
