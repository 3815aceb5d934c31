package dev.spendlight.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Instant;
import java.util.List;

/// The time that all processes agree on. Tests have their own.
interface ServerTime {

  /// @throws dev.spendlight.limit.UnreachableException when it cannot be asked for
  Instant now();

  /// The clock of Redis, in microseconds.
  static ServerTime of(Redis redis) {
    return () -> {
      List<byte[]> parts = redis.ask(RedisAsyncCommands::time).orElseThrow();
      return Instant.ofEpochSecond(number(parts.get(0)), number(parts.get(1)) * 1000);
    };
  }

  private static long number(byte[] digits) {
    return Long.parseLong(Redis.text(digits));
  }
}
