package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.log.PaidReplies;
import dev.spendlight.log.PaidReply;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of `PaidReplies` promises. An adapter's test extends this and says how to open
/// one: each call opens the same store anew, and the first call of a test finds it empty.
public abstract class PaidRepliesContract {
  protected static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");

  /// Opens the store.
  protected abstract PaidReplies open();

  /// The hash of a request that no other number has.
  protected static String hash(int number) {
    return "%02x".formatted(number & 0xFF) + "%062x".formatted(number);
  }

  /// A whole reply with a text.
  protected static PaidReply reply(String text) {
    return new PaidReply(
        SampleExchange.complete(text),
        Optional.of(new Usage(1, 2, 3, 4, 5)),
        Optional.of("claude-sonnet-5-5"),
        NOON);
  }

  @Test
  void whatIsNotKeptIsNotFound() {
    assertThat(open().find(hash(1))).isEmpty();
  }

  @Test
  void aReplyIsFoundUnderItsRequestAndNoOtherAfterTheStoreIsOpenedAgain() {
    assertThat(open().keep(hash(1), reply("one"))).isTrue();
    assertThat(open().keep(hash(2), reply("two"))).isTrue();
    PaidReplies again = open();
    assertThat(again.find(hash(1))).contains(reply("one"));
    assertThat(again.find(hash(2))).contains(reply("two"));
    assertThat(again.find(hash(3))).isEmpty();
  }

  @Test
  void everyPaidKindComesBackWhole() {
    List<ContentBlock> content =
        List.of(new ContentBlock.Text("\u0000 \uD83D\uDE00 \uD83D"), new ContentBlock.Other("x"));
    List<ModelReply> kinds =
        List.of(
            new ModelReply.Complete(content),
            new ModelReply.Truncated(content, "max_tokens"),
            new ModelReply.Refused(),
            new ModelReply.Interrupted("pause_turn"));
    PaidReplies replies = open();
    for (ModelReply kind : kinds) {
      PaidReply paid = new PaidReply(kind, Optional.empty(), Optional.empty(), NOON);
      assertThat(replies.keep(hash(7), paid)).isTrue();
      assertThat(replies.find(hash(7))).as("the newest counts").contains(paid);
    }
  }

  @Test
  void manyThreadsMayKeepAndFindTheSame() throws Exception {
    PaidReplies replies = open();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> kept =
          IntStream.range(0, 50)
              .mapToObj(i ->
                  threads.submit(() ->
                      replies.keep(hash(i % 3), reply("reply " + i % 3))
                          && replies
                              .find(hash(i % 3))
                              .equals(Optional.of(reply("reply " + i % 3)))))
              .toList();
      for (Future<Boolean> each : kept) {
        assertThat(each.get()).isTrue();
      }
    }
  }
}
