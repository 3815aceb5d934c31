package dev.spendlight.cache;

import dev.spendlight.account.AccountId;
import java.time.LocalDate;
import java.util.Optional;

/// Keeps answers. Threads, and processes where the store is shared, may use one.
///
/// No method throws for what befalls the store, and none waits long: what cannot be found, read or
/// reached is not there, and what cannot be kept is not kept.
public interface AnalysisCache {
  /// Keeps nothing.
  AnalysisCache NONE =
      new AnalysisCache() {
        @Override
        public Optional<CachedAnswer> find(AnswerKey key) {
          return Optional.empty();
        }

        @Override
        public Optional<CachedAnswer> latest(AccountId account, Optional<LocalDate> asked) {
          return Optional.empty();
        }

        @Override
        public void keep(CachedAnswer answer) {}

        @Override
        public void forget(AccountId account) {}
      };

  /// The answer under exactly this key.
  Optional<CachedAnswer> find(AnswerKey key);

  /// The answer of the newest data that was kept, whatever it rests on.
  Optional<CachedAnswer> latest(AccountId account, Optional<LocalDate> asked);

  /// Keeps an answer under its key in place of an earlier one, and as the latest unless that is of
  /// newer data ([CachedAnswer#isNewerThan]).
  void keep(CachedAnswer answer);

  /// Forgets everything of an account.
  void forget(AccountId account);
}
