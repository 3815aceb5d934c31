package dev.spendlight.limit;

import dev.spendlight.account.AccountId;

/// A limit that several processes share, and a small one of this process's own for while that
/// cannot be reached: an account then has at most the limit and this process's share.
///
/// @param share what this process grants by itself
public record SharedLimit(AnalysisLimit shared, AnalysisLimit share) implements AnalysisLimit {

  @Override
  public Taking take(AccountId account) {
    try {
      return shared.take(account);
    } catch (UnreachableException e) {
      return share.take(account);
    }
  }
}
