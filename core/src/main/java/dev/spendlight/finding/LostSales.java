package dev.spendlight.finding;

import dev.spendlight.account.AccountSettings;

/// What sales that did not come about are worth in a week: their margin where the account told it,
/// else the spend that brought nothing, for profit is never guessed.
///
/// @param amount account currency
/// @param basis how it was computed, in words
record LostSales(double amount, String basis) {

  /// @param sales that were due and did not come, a week
  /// @param spend of a week
  /// @param ratio of the sales due that did come, between 0 and 1
  static LostSales of(AccountSettings settings, double sales, double spend, double ratio) {
    return settings
        .margin()
        .map(margin ->
            new LostSales(
                margin.doubleValue() * sales,
                "the margin on the sales a week that were due and did not come"))
        .orElseGet(() ->
            new LostSales(
                spend * (1 - ratio), "the share of its weekly spend that no longer brings sales"));
  }

  Impact impact() {
    return new Impact(Figures.decimal(amount), basis);
  }
}
