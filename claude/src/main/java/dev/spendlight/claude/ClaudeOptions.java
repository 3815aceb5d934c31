package dev.spendlight.claude;

import java.net.URI;
import java.time.Duration;

/// Where Claude is and how patient we are with it.
///
/// @param baseUrl without `/v1`; https, or http on this machine
/// @param connectTimeout until a connection stands
/// @param attemptTimeout of one request, from connecting to the last byte
/// @param longestWait between two attempts; a provider that asks for more is told to the caller as
///   busy
/// @param concurrent questions to one model at a time; one more is busy at once
/// @param breaker when to stop asking a model for a while
public record ClaudeOptions(
    URI baseUrl,
    ApiKey apiKey,
    Duration connectTimeout,
    Duration attemptTimeout,
    Duration longestWait,
    int concurrent,
    Breaker breaker) {

  /// Opens when `failurePercent` of the last `window` attempts failed, stays open for `pause`, then
  /// lets `trials` attempts through, which decide.
  ///
  /// @param least attempts before it may open
  public record Breaker(int window, int least, int failurePercent, Duration pause, int trials) {
    public static final Breaker STANDARD = new Breaker(20, 10, 50, Duration.ofSeconds(30), 3);
  }

  public ClaudeOptions {
    Address.require(baseUrl, false);
    requirePositive("claude.connect-timeout", connectTimeout);
    requirePositive("claude.timeout", attemptTimeout);
    requirePositive("claude.longest-wait", longestWait);
    if (concurrent < 1) {
      throw new IllegalArgumentException(
          "claude.concurrent has to be at least 1, not " + concurrent + ".");
    }
  }

  /// For Anthropic's own address.
  public static ClaudeOptions of(ApiKey key) {
    return new ClaudeOptions(
        URI.create("https://api.anthropic.com"),
        key,
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(20),
        16,
        Breaker.STANDARD);
  }

  public ClaudeOptions withBaseUrl(URI other) {
    return new ClaudeOptions(
        other, apiKey, connectTimeout, attemptTimeout, longestWait, concurrent, breaker);
  }

  public ClaudeOptions withAttemptTimeout(Duration other) {
    return new ClaudeOptions(
        baseUrl, apiKey, connectTimeout, other, longestWait, concurrent, breaker);
  }

  public ClaudeOptions withConcurrent(int other) {
    return new ClaudeOptions(
        baseUrl, apiKey, connectTimeout, attemptTimeout, longestWait, other, breaker);
  }

  public ClaudeOptions withBreaker(Breaker other) {
    return new ClaudeOptions(
        baseUrl, apiKey, connectTimeout, attemptTimeout, longestWait, concurrent, other);
  }

  private static void requirePositive(String name, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(name + " has to be longer than 0, not " + duration + ".");
    }
  }
}
