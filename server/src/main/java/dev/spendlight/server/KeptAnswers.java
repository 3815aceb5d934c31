package dev.spendlight.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spendlight.account.AccountId;
import dev.spendlight.report.PerformanceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Finished answers, ready to be sent as they are: good as long as nothing of the account changed
/// in the store and no better one may be had. Bounded by bytes. Threads share one.
final class KeptAnswers {
  /// Beside the bodies: key, headers, entries.
  private static final int OVERHEAD = 1024;

  private final PerformanceStore store;
  private final InstantSource clock;
  private final long unlookedNanos;
  private final Cache<Key, Entry> answers;

  /// @param unlooked how long an answer is good before the store is asked whether anything changed
  KeptAnswers(PerformanceStore store, InstantSource clock, long mostBytes, Duration unlooked) {
    this.store = store;
    this.clock = clock;
    this.unlookedNanos = unlooked.toNanos();
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((Key key, Entry entry) -> entry.kept.reply.size() + OVERHEAD)
            .executor(Runnable::run)
            .build();
  }

  record Key(AccountId account, Optional<LocalDate> asOf) {}

  /// @param revision of the account's data before the answer was asked for
  /// @param made orders answers of one revision
  /// @param again from when on a better one may be had
  /// @param reply with the whole document
  record Kept(String revision, Instant made, Optional<Instant> again, TaggedReply reply) {}

  /// @param looked when its revision was last seen to hold, as [System#nanoTime] told then
  private record Entry(Kept kept, AtomicLong looked) {}

  Optional<TaggedReply> find(Key key) {
    Entry entry = answers.getIfPresent(key);
    return entry != null && isGood(key, entry) ? Optional.of(entry.kept.reply) : Optional.empty();
  }

  private boolean isGood(Key key, Entry entry) {
    Kept kept = entry.kept;
    return (kept.again.isEmpty() || clock.instant().isBefore(kept.again.get()))
        && isOfPresentData(key, entry);
  }

  private boolean isOfPresentData(Key key, Entry entry) {
    long now = System.nanoTime();
    if (now - entry.looked.get() < unlookedNanos) {
      return true;
    }
    boolean holds = entry.kept.revision.equals(store.revision(key.account));
    if (holds) {
      entry.looked.set(now);
    }
    return holds;
  }

  /// Keeps an answer unless a later one is there: two may have been asked for at once.
  void keep(Key key, Kept kept) {
    // Looked at before it is sent for the first time: much may have happened since it was asked
    // for.
    Entry entry = new Entry(kept, new AtomicLong(System.nanoTime() - unlookedNanos));
    answers
        .asMap()
        .merge(
            key,
            entry,
            (before, after) ->
                before.kept.revision.equals(after.kept.revision)
                        && before.kept.made.isAfter(after.kept.made)
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
