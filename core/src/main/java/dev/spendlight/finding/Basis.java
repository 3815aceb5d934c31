package dev.spendlight.finding;

/// What the orders of a campaign are held against.
enum Basis {
  /// Whether its clicks convert like those of others.
  CLICKS,
  /// Whether its spend brings orders like that of others: accounts bid by what clicks are worth, so
  /// that campaigns differ less in this than in how they convert.
  SPEND
}
