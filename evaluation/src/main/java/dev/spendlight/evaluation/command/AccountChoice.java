package dev.spendlight.evaluation.command;

import dev.spendlight.evaluation.truth.AccountFolder;
import java.util.Optional;

/// Which accounts are scored.
///
/// Detectors and thresholds are tuned on seeds 0 to 39; figures that are reported come from seeds
/// that nobody tuned on.
///
/// @param seeds of accounts with incidents, if any
/// @param cleanSeeds of accounts without, if any
record AccountChoice(Optional<SeedRange> seeds, Optional<SeedRange> cleanSeeds) {
  static final AccountChoice REPORTING =
      new AccountChoice(Optional.of(new SeedRange(40, 159)), Optional.of(new SeedRange(500, 539)));
  static final AccountChoice TUNING =
      new AccountChoice(Optional.of(new SeedRange(0, 39)), Optional.of(new SeedRange(0, 19)));

  /// Those on which thresholds are chosen: without the clean ones.
  static final AccountChoice RULES = new AccountChoice(TUNING.seeds(), Optional.empty());

  boolean takes(AccountFolder account) {
    return (account.clean() ? cleanSeeds : seeds)
        .filter(range -> range.contains(account.seed()))
        .isPresent();
  }
}
