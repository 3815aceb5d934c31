package dev.spendlight.testing;

import dev.spendlight.log.PaidReplies;

class InMemoryPaidRepliesTest extends PaidRepliesContract {
  private final PaidReplies replies = new InMemoryPaidReplies();

  @Override
  protected PaidReplies open() {
    return replies;
  }
}
