package dev.spendlight.grounding;

/// Kinds of words that claim something which code can decide, or must refuse. Which words have
/// which sense stands in the lexicon's files, with the reason for each section.
enum Sense implements Meaning {
  /// Claims nothing, although parts of the phrase by themselves would.
  IDIOM,
  /// How many or how much, in words; or what a figure would be multiplied by.
  NUMBER,
  /// A day, a date or a stretch of time: facts say their own.
  PERIOD,
  /// Seven days, or a month, that end with the day asked for.
  WEEK,
  MONTH,
  /// Not long ago.
  RECENT,
  /// The time before something began.
  FORMER,
  /// The first or last of a set.
  SUPERLATIVE,
  /// The place of a finding among the findings, such as `most costly problem`.
  RANK,
  /// How many of a set.
  QUANTIFIER,
  /// Nothing at all is out of the ordinary.
  NOTHING_FOUND,
  /// None of a metric: no orders, without a sale.
  NONE_OF,
  /// Moves in time.
  UP,
  DOWN,
  /// Stands to something else.
  ABOVE,
  BELOW,
  BETTER,
  WORSE,
  DEARER,
  CHEAPER,
  /// Costs more than it may.
  TOO_DEAR,
  /// A judgement of the whole account's state.
  HEALTHY,
  UNHEALTHY,
  /// A change or distance that is large.
  STRONG,
  /// A change or distance that is small.
  SLIGHT,
  /// What would have been usual.
  EXPECTED,
  /// What was seen, as opposed to what would have been usual.
  SEEN,
  /// What follows is the reason for what stands before.
  BECAUSE,
  /// What follows is the consequence of what stands before.
  THEREFORE,
  /// What is said may be so, or is to be looked at.
  HEDGE,
  /// Promises, and claims that leave no doubt.
  CERTAIN,
  /// Money kept or won: only as something that could be.
  GAIN,
  NEGATION,
  /// Something brings something else: the word before is not what the figure after it measures.
  TRANSFER,
  /// What the account's own people did.
  YOU,
  ACTION_LOWER,
  ACTION_RAISE,
  ACTION_PAUSE,
  ACTION_NEGATE,
  ACTION_INSPECT,
  ACTION_ENABLE,
  /// Kinds of match that a target or a negative can have.
  EXACT,
  PHRASE,
  BROAD,
  AUTOMATIC,
  /// Other things that a thing is measured against.
  PEERS
}
