package dev.spendlight.app.wiring;

import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.TieredAnalysisCache;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.AnalysisLimit.Rate;
import dev.spendlight.limit.Budget;
import dev.spendlight.limit.Leases;
import dev.spendlight.limit.ModelSlots;
import dev.spendlight.limit.SharedLimit;
import dev.spendlight.memory.MemoryAnalysisCache;
import dev.spendlight.memory.MemoryAnalysisLimit;
import dev.spendlight.memory.MemoryBudget;
import dev.spendlight.memory.MemoryModelSlots;
import dev.spendlight.redis.Redis;
import dev.spendlight.redis.RedisAnalysisCache;
import dev.spendlight.redis.RedisAnalysisLimit;
import dev.spendlight.redis.RedisBudget;
import dev.spendlight.redis.RedisLeases;
import dev.spendlight.redis.RedisModelSlots;
import dev.spendlight.redis.RedisOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// What is kept and counted for all who ask: in this process, or in Redis for several of them.
///
/// @param redis where there is one
public record SharedState(
    AnalysisCache cache,
    AnalysisLimit limit,
    Budget budget,
    ModelSlots slots,
    Leases leases,
    Optional<Redis> redis)
    implements AutoCloseable {
  /// Of the whole service, unless set otherwise.
  static final int QUESTIONS_AT_ONCE = 32;

  private static final int ANALYSES_AN_HOUR = 5;
  private static final int CACHE_MEGABYTES = 128;

  /// Answers whose data nobody changed and nobody asked for are made again after that.
  private static final Duration KEPT = Duration.ofDays(3);

  /// What one process grants an account by itself while Redis is away.
  private static final Rate SHARE = Rate.perHour(1);

  private static final int SHARE_OF_QUESTIONS = 4;

  /// Whoever asks a model for longer is taken to be gone.
  private static final Duration LONGEST_QUESTION = Duration.ofMinutes(3);

  /// @param ledger what was paid before
  public static SharedState of(Settings settings, Budget.Ledger ledger, InstantSource clock) {
    AnalysisCache near =
        new MemoryAnalysisCache(
            (long) settings.count("cache.megabytes", CACHE_MEGABYTES) << 20, KEPT, clock);
    Rate rate = Rate.perHour(settings.count("limits.analyses-per-hour", ANALYSES_AN_HOUR));
    Budget.Limits limits = limits(settings);
    int questions = settings.count("limits.concurrent-questions", QUESTIONS_AT_ONCE);
    boolean limited = limits.account().isPresent() || limits.service().isPresent();
    Optional<String> url = settings.secret(Settings.variable("redis.url"));
    if (url.isEmpty()) {
      return new SharedState(
          near,
          new MemoryAnalysisLimit(rate, clock),
          limited ? new MemoryBudget(limits, ledger, clock) : Budget.NONE,
          new MemoryModelSlots(questions),
          Leases.ALONE,
          Optional.empty());
    }
    Redis redis = new Redis(RedisOptions.of(url.get()), clock);
    return new SharedState(
        new TieredAnalysisCache(near, new RedisAnalysisCache(redis, KEPT)),
        new SharedLimit(new RedisAnalysisLimit(redis, rate), new MemoryAnalysisLimit(SHARE, clock)),
        limited ? new RedisBudget(redis, limits, ledger) : Budget.NONE,
        ModelSlots.shared(
            new RedisModelSlots(redis, questions, LONGEST_QUESTION, SharedState::token),
            new MemoryModelSlots(Math.min(questions, SHARE_OF_QUESTIONS))),
        new RedisLeases(redis, SharedState::token),
        Optional.of(redis));
  }

  static Budget.Limits limits(Settings settings) {
    return new Budget.Limits(
        settings.dollars("limits.account-daily-usd"), settings.dollars("limits.daily-usd"));
  }

  private static String token() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    redis.ifPresent(Redis::close);
  }
}
