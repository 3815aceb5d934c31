package dev.spendlight.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.limit.UnreachableException;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisOptionsTest {
  private static final String PASSWORD = "s3cret%2F";

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:6379",
        "http://:s3cret@localhost",
        "redis://:s3cret@",
        "redis://:s3cret@local host",
        "redis://:s3cret^@localhost",
        "redis://:s3cret@localhost:port",
        "redis://:s3cret@redis_1:7000",
        "redis-sentinel://:s3cret@localhost#x"
      })
  void whatIsNoUrlIsSaidWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> RedisOptions.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The URL of Redis is redis://")
        .satisfies(failure -> assertThat(trace(failure)).doesNotContain("s3cret"));
  }

  @ParameterizedTest
  @CsvSource({
    "redis://localhost, localhost:6379",
    "redis://redis-1:7000/3, redis-1:7000",
    "rediss://user:p%40ss@10.0.0.1:6380, 10.0.0.1:6380",
    "redis://[::1]:6380, ::1:6380"
  })
  void whatIsOneIsTaken(String url, String address) {
    assertThat(RedisOptions.of(url).address().replaceAll("[\\[\\]]", "")).isEqualTo(address);
  }

  @Test
  void theServerOfAnEncryptedConnectionHasToProveItsName() {
    assertThat(RedisOptions.of("redis://localhost").uri().isSsl()).isFalse();
    assertThat(RedisOptions.of("rediss://localhost").uri().isSsl()).isTrue();
    assertThat(RedisOptions.of("rediss://localhost").uri().getVerifyMode())
        .isEqualTo(SslVerifyMode.FULL);
  }

  @Test
  void thePasswordIsInNoText() {
    RedisOptions options = RedisOptions.of("rediss://user:" + PASSWORD + "@redis.example:6380/2");
    assertThat(options.toString()).contains("redis.example:6380").doesNotContain("s3cret");
    assertThat(options.address()).isEqualTo("redis.example:6380");
  }

  @Test
  void thePasswordOfTheUrlIsUsedAndAWrongOneIsToldWithoutIt() {
    try (RedisServer server = new RedisServer("--requirepass", "s3cret/")) {
      String host = "@127.0.0.1:" + server.port();
      try (Redis redis = SharedRedis.connect("redis://:" + PASSWORD + host)) {
        assertThat(redis.isReachable()).isTrue();
      }
      for (String password : List.of(":wr0ng", "user:wr0ng")) {
        try (Redis redis =
            new Redis(RedisOptions.of("redis://" + password + host), InstantSource.system())) {
          assertThatThrownBy(() -> redis.ask(RedisAsyncCommands::ping))
              .isInstanceOf(UnreachableException.class)
              .satisfies(failure -> assertThat(trace(failure)).doesNotContain("wr0ng"));
        }
      }
    }
  }
}
