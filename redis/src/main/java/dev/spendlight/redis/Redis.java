package dev.spendlight.redis;

import dev.spendlight.limit.UnreachableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// The one connection that everything in this package shares. Threads share it.
///
/// It opens whether or not Redis is there. A command that fails or takes too long is an
/// [UnreachableException], and then nothing is asked for a pause: a slow Redis costs one caller a
/// time-out now and then, and the others nothing.
public final class Redis implements AutoCloseable {
  /// After so many pauses without any answer the other end may be gone without a word.
  private static final int MOST_SILENT_PAUSES = 3;

  private final RedisOptions options;
  private final Link link;
  private final CircuitBreaker breaker;
  private final AtomicLong failures = new AtomicLong();
  private final InstantSource clock;

  /// When the first command failed to be answered in time, since the last that was answered.
  private volatile Optional<Instant> silentSince = Optional.empty();

  /// @param clock by which pauses and silence are counted
  public Redis(RedisOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
    breaker =
        CircuitBreaker.of(
            "redis",
            CircuitBreakerConfig.custom()
                .slidingWindow(1, 1, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .waitDurationInOpenState(options.pause())
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build());
    link = new Link(options);
  }

  /// Whether it answers now.
  public boolean isReachable() {
    try {
      return ask(RedisAsyncCommands::ping).isPresent();
    } catch (UnreachableException e) {
      return false;
    }
  }

  /// How many commands failed, or were not sent, since the start.
  public long failures() {
    return failures.get();
  }

  @Override
  public void close() {
    link.close();
  }

  String key(String name) {
    return options.prefix() + name;
  }

  Duration timeout() {
    return options.timeout();
  }

  /// Sends a command; empty when the answer is nil.
  <T> Optional<T> ask(Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
    return run(connection -> await(command.apply(connection.async())));
  }

  /// Runs a script, all of it or nothing.
  ///
  /// @return what it returns, as text
  String eval(String script, List<String> keys, List<String> arguments) {
    return eval(script, keys, arguments.stream().map(Redis::bytes).toArray(byte[][]::new));
  }

  String eval(String script, List<String> keys, byte[]... arguments) {
    String[] names = keys.toArray(String[]::new);
    return this.<byte[]>ask(
            commands -> commands.eval(script, ScriptOutputType.VALUE, names, arguments))
        .map(Redis::text)
        .orElse("");
  }

  /// Runs something that asks on its own, and tells of failures by a [RedisException].
  <T> T run(Function<StatefulRedisConnection<String, byte[]>, T> work) {
    StatefulRedisConnection<String, byte[]> connection =
        link.current()
            .orElseThrow(() ->
                unreachable("is not connected", new RedisConnectionException("No connection")));
    if (!breaker.tryAcquirePermission()) {
      throw unreachable(
          "failed a moment ago and is left alone", new RedisException("Not asked, for a pause"));
    }
    long start = System.nanoTime();
    try {
      T result = work.apply(connection);
      succeeded(start);
      return result;
    } catch (RedisCommandExecutionException e) {
      // It answers, so the others may go on asking.
      succeeded(start);
      if (isOfReplica(e)) {
        link.giveUp(connection);
      }
      throw unreachable("refused a command", e);
    } catch (RedisCommandInterruptedException e) {
      breaker.releasePermission();
      throw unreachable("was not waited for", e);
    } catch (RedisCommandTimeoutException e) {
      failed(start, e);
      silent(connection);
      throw unreachable("did not answer within %d ms".formatted(timeout().toMillis()), e);
    } catch (RedisException e) {
      failed(start, e);
      throw unreachable("did not answer", e);
    } catch (RuntimeException | Error e) {
      breaker.releasePermission();
      throw e;
    }
  }

  /// After a failover the name of the server may be that of another by now. What a script says has
  /// the server's word somewhere within.
  private static boolean isOfReplica(RedisCommandExecutionException e) {
    return String.valueOf(e.getMessage()).contains("READONLY");
  }

  private void succeeded(long start) {
    silentSince = Optional.empty();
    breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
  }

  private void failed(long start, RedisException e) {
    breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
  }

  private void silent(StatefulRedisConnection<String, byte[]> connection) {
    Instant now = clock.instant();
    Instant since = silentSince.orElse(now);
    silentSince = Optional.of(since);
    if (!now.isBefore(since.plus(options.pause().multipliedBy(MOST_SILENT_PAUSES)))) {
      silentSince = Optional.empty();
      link.giveUp(connection);
    }
  }

  private <T> Optional<T> await(RedisFuture<T> future) {
    try {
      return Optional.ofNullable(future.get(timeout().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new RedisCommandTimeoutException("No answer in time");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RedisException redis ? redis : new RedisException(e.getCause());
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new RedisCommandInterruptedException(e);
    }
  }

  UnreachableException unreachable(String what, RedisException cause) {
    failures.incrementAndGet();
    return new UnreachableException("Redis at %s %s.".formatted(options.address(), what), cause);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
