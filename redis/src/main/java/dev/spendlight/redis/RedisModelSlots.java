package dev.spendlight.redis;

import dev.spendlight.limit.ModelSlots;
import dev.spendlight.limit.UnreachableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The holders of all slots, each with the time at which it must be done: who is silent until then
/// has died, and its slot is free.
public final class RedisModelSlots implements ModelSlots {
  private static final String TAKE =
      """
      redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
      if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[4]) then
        return 'full'
      end
      redis.call('ZADD', KEYS[1], ARGV[2], ARGV[3])
      redis.call('PEXPIRE', KEYS[1], ARGV[5])
      return 'taken'
      """;

  private final Redis redis;
  private final ServerTime time;
  private final int most;
  private final Duration longest;
  private final Supplier<String> tokens;

  /// @param most at a time, at least 1
  /// @param longest that any question may take
  /// @param tokens never the same twice, in any process
  public RedisModelSlots(Redis redis, int most, Duration longest, Supplier<String> tokens) {
    this(redis, ServerTime.of(redis), most, longest, tokens);
  }

  RedisModelSlots(
      Redis redis, ServerTime time, int most, Duration longest, Supplier<String> tokens) {
    if (most < 1 || longest.toMillis() < 1) {
      throw new IllegalArgumentException(
          "At least 1 question at a time has to be allowed, and some time for it.");
    }
    this.redis = redis;
    this.time = time;
    this.most = most;
    this.longest = longest;
    this.tokens = tokens;
  }

  @Override
  public Optional<Slot> take() {
    String token = tokens.get();
    long now = time.now().toEpochMilli();
    String taken =
        redis.eval(
            TAKE,
            List.of(key()),
            List.of(
                Long.toString(now),
                Long.toString(now + longest.toMillis()),
                token,
                Integer.toString(most),
                Long.toString(longest.toMillis())));
    return taken.equals("taken") ? Optional.of(() -> release(token)) : Optional.empty();
  }

  private void release(String token) {
    try {
      redis.ask(commands -> commands.zrem(key(), Redis.bytes(token)));
    } catch (UnreachableException e) {
      // It is free when its time is over.
    }
  }

  private String key() {
    return redis.key("slots");
  }
}
