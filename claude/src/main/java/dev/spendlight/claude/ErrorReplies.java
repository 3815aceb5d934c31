package dev.spendlight.claude;

import dev.spendlight.claude.Outcome.Charge;
import dev.spendlight.claude.Outcome.Health;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelReply.Busy;
import dev.spendlight.model.ModelReply.Misconfigured;
import dev.spendlight.model.ModelReply.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the status of an answer that is no success means. Its body is not told on: it may quote the
/// request.
final class ErrorReplies {
  private ErrorReplies() {}

  static Outcome read(Answer answer, Instant now) {
    int status = answer.status();
    Optional<Duration> wait =
        RetryAfter.read(answer.header("retry-after-ms"), answer.header("retry-after"), now);
    return new Outcome(
        reply(status, wait),
        charge(status),
        Optional.empty(),
        answer.requestId(),
        Optional.empty(),
        again(status, answer.header("x-should-retry")),
        wait,
        health(status));
  }

  private static ModelReply reply(int status, Optional<Duration> wait) {
    return switch (status) {
      case 429, 529 -> new Busy(wait);
      case 408, 409 -> unavailable(status);
      default -> status >= 500 ? unavailable(status) : new Misconfigured(advice(status));
    };
  }

  private static ModelReply unavailable(int status) {
    return new Unavailable("The provider answered with HTTP " + status + ".");
  }

  private static String advice(int status) {
    return switch (status) {
      case 400 ->
          "The provider does not accept the request (HTTP 400): the model may want another kind of"
              + " request, or the workspace's spending limit is reached.";
      case 401 -> "The provider does not know the API key (HTTP 401): check ANTHROPIC_API_KEY.";
      case 402 -> "The provider cannot bill this API key (HTTP 402): check its billing.";
      case 403 -> "The API key may not use this model (HTTP 403).";
      case 404 ->
          "The provider has no such model (HTTP 404): check claude.model and claude.base-url.";
      case 413 -> "The request is larger than the provider accepts (HTTP 413).";
      default ->
          status < 400
              ? "The provider's address sends elsewhere (HTTP %d), where the key is not sent: check claude.base-url."
                  .formatted(status)
              : "The provider does not accept the request (HTTP " + status + ").";
    };
  }

  /// The provider's own word counts more than the status.
  private static boolean again(int status, Optional<String> shouldRetry) {
    return switch (shouldRetry.orElse("")) {
      case "true" -> true;
      case "false" -> false;
      default -> status == 408 || status == 409 || status == 429 || status >= 500;
    };
  }

  /// An overloaded provider and one that is down turn requests away; one that breaks or runs out of
  /// time may have been at work.
  private static Charge charge(int status) {
    return status < 500 || status == 503 || status == 529 ? Charge.NOTHING : Charge.USAGE;
  }

  private static Health health(int status) {
    return status == 408 || status >= 500 ? Health.BAD : Health.NEITHER;
  }
}
