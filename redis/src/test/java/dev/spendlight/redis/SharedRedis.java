package dev.spendlight.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One server for all tests that leave it running, empty before each, and a connection to it.
final class SharedRedis implements BeforeEachCallback, AfterEachCallback {
  static final Supplier<String> TOKENS = () -> UUID.randomUUID().toString();

  private RedisServer server;
  private Redis redis;

  @Override
  public void beforeEach(ExtensionContext context) {
    server =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(RedisServer.class, any -> new RedisServer(), RedisServer.class);
    command(RedisCommands::flushall);
    redis = connect(server.url());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    redis.close();
  }

  Redis redis() {
    return redis;
  }

  String url() {
    return server.url();
  }

  /// A connection that has time, however busy the machine.
  static Redis connect(String url) {
    RedisOptions options = RedisOptions.of(url).withTimeout(Duration.ofSeconds(10));
    Redis redis = new Redis(options, InstantSource.system());
    Until.holds(redis::isReachable);
    return redis;
  }

  /// What an operator does at the console.
  <T> T command(Function<RedisCommands<String, String>, T> command) {
    RedisClient client = RedisClient.create(server.url());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return command.apply(connection.sync());
    } finally {
      client.shutdown(Duration.ZERO, Duration.ZERO);
    }
  }

  List<String> keys() {
    return command(commands -> commands.keys("*"));
  }

  /// Makes every key as much older.
  void letPass(Duration time) {
    command(commands -> {
      KeyScanCursor<String> keys = commands.scan();
      keys.getKeys().forEach(key -> commands.pexpire(key, commands.pttl(key) - time.toMillis()));
      return keys.isFinished();
    });
  }
}
