package dev.spendlight.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spendlight.account.AccountId;
import dev.spendlight.report.PerformanceStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/// Finished answers, ready to be sent as they are: good as long as nothing of the account changed
/// in the store and no better one may be had. Bounded by bytes. Threads share one.
final class KeptAnswers {
  /// Beside the bodies: key, headers, entries.
  private static final int OVERHEAD = 1024;

  private final PerformanceStore store;
  private final InstantSource clock;
  private final Cache<Key, Kept> answers;

  KeptAnswers(PerformanceStore store, InstantSource clock, long mostBytes) {
    this.store = store;
    this.clock = clock;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((Key key, Kept kept) -> kept.reply.size() + OVERHEAD)
            .executor(Runnable::run)
            .build();
  }

  record Key(AccountId account, Optional<LocalDate> asOf) {}

  /// @param revision of the account's data before the answer was asked for
  /// @param made orders answers of one revision
  /// @param again from when on a better one may be had
  /// @param reply with the whole document
  record Kept(String revision, Instant made, Optional<Instant> again, TaggedReply reply) {}

  Optional<TaggedReply> find(Key key) {
    Kept kept = answers.getIfPresent(key);
    return kept != null && isGood(key, kept) ? Optional.of(kept.reply) : Optional.empty();
  }

  private boolean isGood(Key key, Kept kept) {
    return kept.revision.equals(store.revision(key.account))
        && (kept.again.isEmpty() || clock.instant().isBefore(kept.again.get()));
  }

  /// Keeps an answer unless a later one is there: two may have been asked for at once.
  void keep(Key key, Kept kept) {
    answers
        .asMap()
        .merge(
            key,
            kept,
            (before, after) ->
                before.revision.equals(after.revision) && before.made.isAfter(after.made)
                    ? before
                    : after);
  }

  void drop(Key key) {
    answers.invalidate(key);
  }

  /// Forgets all answers of an account.
  Consumer<AccountId> forgetting() {
    return this::forget;
  }

  private void forget(AccountId account) {
    answers.asMap().keySet().removeIf(key -> key.account.equals(account));
  }
}
