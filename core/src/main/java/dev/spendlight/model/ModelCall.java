package dev.spendlight.model;

import java.util.List;

/// What came of a question to a model.
///
/// @param reply to the last attempt
/// @param attempts every request that was sent, in order; none when it never came to that
public record ModelCall(ModelReply reply, List<Attempt> attempts) {
  public ModelCall {
    attempts = List.copyOf(attempts);
  }
}
