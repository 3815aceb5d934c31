package dev.spendlight.log;

import java.util.Optional;

/// Every reply that was paid for, under the hash of its exact request, so that the same request is
/// never paid for twice. What is kept survives the end of the process, however it ends, and serves
/// all processes that share the store.
///
/// Neither method throws for what befalls the store: an answer is worth more than the note of it.
public interface PaidReplies {

  /// @param requestHash see [dev.spendlight.model.ModelRequest#hash()]
  /// @return empty when none is kept, or what is kept cannot be read
  Optional<PaidReply> find(String requestHash);

  /// Keeps a reply, in place of an earlier one of the same request.
  ///
  /// @return whether it is kept now; not when it is too large, or the store cannot be used
  boolean keep(String requestHash, PaidReply reply);
}
