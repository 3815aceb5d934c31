package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.truth.AccountFolder;

/// Where an account comes from. Nothing happens before it is asked for.
public sealed interface AccountSource permits WrittenSource, SimulatedSource {
  /// For messages.
  String title();

  /// What the account is, written first if need be. Its report files need not be there.
  AccountFolder describe();

  /// Changes when the report files would.
  String state();

  /// Makes sure that the report files are there.
  void provide();

  /// The report files were imported and may go.
  void discard();
}
