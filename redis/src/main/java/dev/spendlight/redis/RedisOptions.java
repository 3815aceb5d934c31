package dev.spendlight.redis;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.regex.Pattern;

/// Where Redis is, and how long it may take.
///
/// @param url `redis://[user:password@]host[:port][/database]`, or `rediss://` for TLS; it may hold
///   a password, and is in no message
/// @param prefix of all keys
/// @param timeout of a command
/// @param pause in which it is not asked after a command that failed, and until it is called again
///   when it is not there
public record RedisOptions(String url, String prefix, Duration timeout, Duration pause) {

  /// A name, or an address. Lettuce takes what follows the colon for a part of the name when it
  /// cannot read the host, and would call something else.
  private static final Pattern HOST = Pattern.compile("[^:\\s]+|\\[?[0-9a-fA-F:.]+]?");

  /// @throws IllegalArgumentException with a sentence for the operator when the URL cannot be one
  public RedisOptions {
    uri(url);
    if (!timeout.isPositive() || !pause.isPositive()) {
      throw new IllegalArgumentException("Time-out and pause of Redis are longer than nothing.");
    }
  }

  /// Keys begin with `spendlight:`; a command may take 250 ms, and a pause is 500 ms.
  public static RedisOptions of(String url) {
    return new RedisOptions(url, "spendlight:", Duration.ofMillis(250), Duration.ofMillis(500));
  }

  public RedisOptions withPrefix(String value) {
    return new RedisOptions(url, value, timeout, pause);
  }

  public RedisOptions withTimeout(Duration value) {
    return new RedisOptions(url, prefix, value, pause);
  }

  /// Host and port, for messages.
  String address() {
    RedisURI uri = uri(url);
    return uri.getHost() + ":" + uri.getPort();
  }

  RedisURI uri() {
    return uri(url);
  }

  @Override
  public String toString() {
    return "RedisOptions[%s, %s, %s, %s]".formatted(address(), prefix, timeout, pause);
  }

  /// What is wrong with the URL is told without it, and without the exception that repeats it.
  private static RedisURI uri(String url) {
    if (url.startsWith("redis://") || url.startsWith("rediss://")) {
      try {
        RedisURI uri = RedisURI.create(url);
        if (uri.getHost() != null && HOST.matcher(uri.getHost()).matches()) {
          return uri;
        }
      } catch (IllegalArgumentException e) {
        throw notAUrl();
      }
    }
    throw notAUrl();
  }

  private static IllegalArgumentException notAUrl() {
    return new IllegalArgumentException(
        "The URL of Redis is redis://[user:password@]host[:port][/database], or rediss://... for"
            + " TLS; special characters of the password are percent-encoded, and a host with a port"
            + " has no underscore.");
  }
}
