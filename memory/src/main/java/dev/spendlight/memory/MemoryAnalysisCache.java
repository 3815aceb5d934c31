package dev.spendlight.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.cache.CachedAnswerCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Answers of this process, as they are: those that were not asked for in the longest time go first
/// when there are too many.
public final class MemoryAnalysisCache implements AnalysisCache {
  private final CachedAnswerCodec codec = new CachedAnswerCodec();
  private final Cache<Place, Kept> answers;

  /// @param mostBytes of all answers together, by the size of their JSON
  /// @param keep for how long; accounts that another process forgot are gone by then
  public MemoryAnalysisCache(long mostBytes, Duration keep, InstantSource clock) {
    answers =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((Place place, Kept kept) -> kept.bytes())
            .expireAfterWrite(keep)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Optional<CachedAnswer> find(AnswerKey key) {
    return at(new Place.Exact(key));
  }

  @Override
  public Optional<CachedAnswer> latest(AccountId account, Optional<LocalDate> asked) {
    return at(new Place.Latest(account, asked));
  }

  @Override
  public void keep(CachedAnswer answer) {
    AnswerKey key = answer.key();
    Kept kept = new Kept(answer, codec.size(answer));
    answers.put(new Place.Exact(key), kept);
    answers
        .asMap()
        .merge(
            new Place.Latest(key.account(), key.asked()),
            kept,
            (before, now) -> before.answer().isNewerThan(now.answer()) ? before : now);
  }

  @Override
  public void forget(AccountId account) {
    answers.asMap().keySet().removeIf(place -> place.account().equals(account));
  }

  private Optional<CachedAnswer> at(Place place) {
    return Optional.ofNullable(answers.getIfPresent(place)).map(Kept::answer);
  }

  /// An answer has two places, and counts in both.
  private sealed interface Place {
    AccountId account();

    record Exact(AnswerKey key) implements Place {
      @Override
      public AccountId account() {
        return key.account();
      }
    }

    record Latest(AccountId account, Optional<LocalDate> asked) implements Place {}
  }

  private record Kept(CachedAnswer answer, int bytes) {}
}
