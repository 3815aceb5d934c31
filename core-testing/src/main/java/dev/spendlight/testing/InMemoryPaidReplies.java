package dev.spendlight.testing;

import dev.spendlight.log.PaidReplies;
import dev.spendlight.log.PaidReply;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Paid replies that last as long as the test. Threads may share one.
public final class InMemoryPaidReplies implements PaidReplies {
  private final Map<String, PaidReply> replies = new ConcurrentHashMap<>();

  @Override
  public Optional<PaidReply> find(String requestHash) {
    return Optional.ofNullable(replies.get(requestHash));
  }

  @Override
  public boolean keep(String requestHash, PaidReply reply) {
    replies.put(requestHash, reply);
    return true;
  }
}
