package dev.spendlight.memory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.spendlight.account.AccountId;
import dev.spendlight.limit.AnalysisLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// A bucket an account, in this process. One that was idle for the whole period is full, and is
/// forgotten.
public final class MemoryAnalysisLimit implements AnalysisLimit {
  private final LoadingCache<AccountId, Bucket> buckets;

  public MemoryAnalysisLimit(Rate rate, InstantSource clock) {
    TimeMeter meter = new ClockMeter(clock);
    buckets =
        Caffeine.newBuilder()
            .expireAfterAccess(rate.period())
            .ticker(meter::currentTimeNanos)
            .executor(Runnable::run)
            .build(account ->
                Bucket.builder()
                    .withCustomTimePrecision(meter)
                    .addLimit(limit ->
                        limit
                            .capacity(rate.analyses())
                            .refillGreedy(rate.analyses(), rate.period()))
                    .build());
  }

  @Override
  public Taking take(AccountId account) {
    ConsumptionProbe probe = buckets.get(account).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? new Taking.Taken()
        : new Taking.Refused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private record ClockMeter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      var now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
