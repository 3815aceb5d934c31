package dev.spendlight.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a model, or whatever stands between it and us, replied.
///
/// Reasons are one sentence for an operator and hold nothing of the request or the reply.
public sealed interface ModelReply {

  /// It ended by itself.
  record Complete(List<ContentBlock> content) implements ModelReply {
    public Complete {
      content = List.copyOf(content);
    }

    /// Its text blocks together.
    public String text() {
      return ContentBlock.text(content);
    }
  }

  /// It was cut off, at `maxTokens` or at the end of the model's window.
  ///
  /// @param stopReason as the provider names it
  record Truncated(List<ContentBlock> content, String stopReason) implements ModelReply {
    public Truncated {
      content = List.copyOf(content);
    }

    /// Its text blocks together.
    public String text() {
      return ContentBlock.text(content);
    }
  }

  /// The model would not answer.
  record Refused() implements ModelReply {}

  /// It stopped for a reason that an answer to our question cannot have.
  ///
  /// @param stopReason as the provider names it
  record Interrupted(String stopReason) implements ModelReply {}

  /// Too many requests: of ours, or of everybody's.
  ///
  /// @param retryAfter as the provider asks, from now on
  record Busy(Optional<Duration> retryAfter) implements ModelReply {}

  /// The provider, or the way to it, is out of order.
  record Unavailable(String reason) implements ModelReply {}

  /// No answer came in the time allowed.
  record Late() implements ModelReply {}

  /// Another attempt might have cost more than was allowed, or the price is unknown.
  record TooDear() implements ModelReply {}

  /// Only an operator can mend it: key, permission, billing, an unknown model, a refused request.
  record Misconfigured(String reason) implements ModelReply {}

  /// What came is not what the provider's protocol says.
  record Garbled(String reason) implements ModelReply {}

  /// Whoever asked no longer wants the answer.
  record Cancelled() implements ModelReply {}

  /// In logs, metrics and documents: `complete`, `too_dear` ...
  default String key() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
