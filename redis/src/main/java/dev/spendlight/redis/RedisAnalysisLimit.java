package dev.spendlight.redis;

import dev.spendlight.account.AccountId;
import dev.spendlight.limit.AnalysisLimit;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TimeoutException;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// A bucket an account, in Redis and by its clock, that goes when it is full again. Another rate
/// has other buckets: they start full.
public final class RedisAnalysisLimit implements AnalysisLimit {
  private static final Duration LONGER_THAN_UNTIL_FULL = Duration.ofSeconds(10);

  /// A take that others come before is tried again, each try within the time-out of a command.
  private static final int MOST_TIMEOUTS = 4;

  private final Redis redis;
  private final ServerTime time;
  private final String keys;
  private final BucketConfiguration bucket;

  public RedisAnalysisLimit(Redis redis, Rate rate) {
    this(redis, ServerTime.of(redis), rate);
  }

  RedisAnalysisLimit(Redis redis, ServerTime time, Rate rate) {
    this.redis = redis;
    this.time = time;
    keys = redis.key("limit:%d:%s:".formatted(rate.analyses(), rate.period()));
    bucket =
        BucketConfiguration.builder()
            .addLimit(limit ->
                limit.capacity(rate.analyses()).refillGreedy(rate.analyses(), rate.period()))
            .build();
  }

  @Override
  public Taking take(AccountId account) {
    Instant now = time.now();
    ConsumptionProbe probe = redis.run(connection -> take(connection, account, now));
    return probe.isConsumed()
        ? new Taking.Taken()
        : new Taking.Refused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private ConsumptionProbe take(
      StatefulRedisConnection<String, byte[]> connection, AccountId account, Instant now) {
    try {
      return Bucket4jLettuce.casBasedBuilder(connection)
          .clientClock(new Moment(now))
          .requestTimeout(redis.timeout().multipliedBy(MOST_TIMEOUTS))
          .expirationAfterWrite(
              ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                  LONGER_THAN_UNTIL_FULL))
          .build()
          .getProxy(keys + account.value(), () -> bucket)
          .tryConsumeAndReturnRemaining(1);
    } catch (TimeoutException e) {
      throw new RedisCommandTimeoutException(e.getMessage());
    } catch (RedisException e) {
      throw switch (e.getCause()) {
        case RedisException cause -> cause;
        case InterruptedException cause -> new RedisCommandInterruptedException(cause);
        case null, default -> e;
      };
    } catch (RuntimeException e) {
      // A bucket that another version wrote, or somebody else: exceptions of every kind.
      throw new RedisCommandExecutionException("The bucket of an account cannot be read", e);
    }
  }

  private record Moment(Instant instant) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
