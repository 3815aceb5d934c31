package dev.spendlight.evaluation.baseline;

/// What an account may spend on its sales, as far as anybody told.
///
/// @param acos the target ACOS, else the account's own over four weeks
/// @param margin the margin told, else the yardstick itself, at which a sale earns nothing
record Yardsticks(double acos, double margin) {
  private static final int FOUR_WEEKS = 28;

  static Yardsticks of(AccountDays account) {
    double own = account.account(FOUR_WEEKS).acos();
    double acos = account.targetAcos().orElse(own);
    return new Yardsticks(acos, account.margin().orElse(acos));
  }
}
