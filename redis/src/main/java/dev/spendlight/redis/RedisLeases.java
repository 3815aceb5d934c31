package dev.spendlight.redis;

import dev.spendlight.limit.Leases;
import dev.spendlight.limit.UnreachableException;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A key for each work, with its holder's token, that goes when its time is over.
///
/// A lease is a way to save work, not a lock: when Redis loses what it was told, or its holder is
/// slow, two may have it.
public final class RedisLeases implements Leases {
  private static final String RELEASE =
      """
      if redis.call('GET', KEYS[1]) == ARGV[1] then
        redis.call('DEL', KEYS[1])
      end
      return ''
      """;

  private final Redis redis;
  private final Supplier<String> tokens;

  /// @param tokens never the same twice, in any process
  public RedisLeases(Redis redis, Supplier<String> tokens) {
    this.redis = redis;
    this.tokens = tokens;
  }

  @Override
  public Optional<Lease> take(String work, Duration time) {
    String key = redis.key("lease:" + work);
    String token = tokens.get();
    SetArgs free = SetArgs.Builder.nx().px(Math.max(1, time.toMillis()));
    return redis
        .ask(commands -> commands.set(key, Redis.bytes(token), free))
        .map(taken -> () -> release(key, token));
  }

  private void release(String key, String token) {
    try {
      redis.eval(RELEASE, List.of(key), List.of(token));
    } catch (UnreachableException e) {
      // It goes when its time is over.
    }
  }
}
