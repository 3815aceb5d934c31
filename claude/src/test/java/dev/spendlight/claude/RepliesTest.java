package dev.spendlight.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.model.Attempt;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelReply.Complete;
import dev.spendlight.model.ModelReply.Garbled;
import dev.spendlight.model.ModelReply.Interrupted;
import dev.spendlight.model.ModelReply.Late;
import dev.spendlight.model.ModelReply.Refused;
import dev.spendlight.model.ModelReply.Truncated;
import dev.spendlight.model.ModelReply.Unavailable;
import dev.spendlight.model.Usage;
import dev.spendlight.testing.claude.Behaviour;
import dev.spendlight.testing.claude.Faults;
import dev.spendlight.testing.claude.Replies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an answer with a success status means.
class RepliesTest extends StubbedTest {
  private static final List<ContentBlock> HALF = List.of(new ContentBlock.Text("half"));

  @ParameterizedTest
  @ValueSource(strings = {"end_turn", "stop_sequence"})
  void aReplyThatEndsByItselfIsComplete(String stop) {
    assertThat(replyTo(Replies.stopped(stop, "half"))).isEqualTo(new Complete(HALF));
  }

  @ParameterizedTest
  @ValueSource(strings = {"max_tokens", "model_context_window_exceeded"})
  void aReplyThatHitsALimitIsTruncated(String stop) {
    assertThat(replyTo(Replies.stopped(stop, "half"))).isEqualTo(new Truncated(HALF, stop));
  }

  @Test
  void aRefusalHasNoContentAndIsNoError() {
    assertThat(replyTo(Replies.stopped("refusal", ""))).isEqualTo(new Refused());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tool_use", "pause_turn", "compaction", "something_new"})
  void anyOtherStopIsAnInterruption(String stop) {
    assertThat(replyTo(Replies.stopped(stop, "half"))).isEqualTo(new Interrupted(stop));
  }

  @Test
  void contentIsSelectedByTypeWhateverItsPlace() {
    ModelReply reply =
        replyTo(
            Replies.content(
                """
                [{"type": "thinking", "thinking": "hm", "signature": "x"},
                 {"type": "redacted_thinking", "data": "x"},
                 {"type": "hologram", "text": "not for the reader"},
                 {"type": "text", "text": "a", "citations": null},
                 {"type": "text", "text": "b"}]\
                """));
    assertThat(reply)
        .isEqualTo(
            new Complete(
                List.of(
                    new ContentBlock.Thinking(),
                    new ContentBlock.Thinking(),
                    new ContentBlock.Other("hologram"),
                    new ContentBlock.Text("a"),
                    new ContentBlock.Text("b"))));
    assertThat(((Complete) reply).text()).isEqualTo("ab");
  }

  @Test
  void emptyContentIsCompleteAndSaysNothing() {
    assertThat(replyTo(Replies.content("[]"))).isEqualTo(new Complete(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          content     | null
          content     | "text"
          content     | [null]
          content     | ["text"]
          content     | [{"type": "text"}]
          content     | [{"type": "text", "text": null}]
          content     | [{"type": "text", "text": 5}]
          content     | [{"type": null, "text": "a"}]
          stop_reason | null
          stop_reason | 7.5e3
          stop_reason | ["end_turn"]
          stop_reason | "two words"
          """)
  void aMessageWithoutItsPartsIsGarbled(String field, String value) {
    assertThat(replyTo(Replies.with(field, value))).isInstanceOf(Garbled.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "\"a message\"",
        "{\"stop_reason\": \"end_turn\"",
        "{\"stop_reason\": \"end_turn\", \"content\": []} {}",
        "{\"type\": \"error\", \"error\": {\"type\": \"api_error\"}}"
      })
  void aBodyThatIsNoMessageIsGarbled(String body) {
    assertThat(replyTo(Replies.body(body))).isInstanceOf(Garbled.class);
  }

  @Test
  void depthIsLimited() {
    String deep = "[".repeat(50_000);
    assertThat(replyTo(Replies.body("{\"stop_reason\": " + deep))).isInstanceOf(Garbled.class);
  }

  @Test
  void aPageOfAProxyAndBytesOfChanceAreGarbled() {
    assertThat(replyTo(Faults.html(200))).isInstanceOf(Garbled.class);
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(replyTo(Faults.garbage(seed))).as("seed %s", seed).isInstanceOf(Garbled.class);
    }
  }

  @Test
  void aWholeMessageCountsWhateverItsContentType() {
    String body =
        "{\"stop_reason\": \"end_turn\", \"content\": [{\"type\": \"text\", \"text\": \"half\"}]}";
    assertThat(replyTo(Faults.bytes(200, "text/plain", body))).isEqualTo(new Complete(HALF));
  }

  @Test
  void anAnswerOfFourMegabytesIsReadAndALargerOneIsNot() {
    String text = "x".repeat(3 << 20);
    assertThat(((Complete) replyTo(Replies.text(text))).text()).isEqualTo(text);
    assertThat(replyTo(Faults.huge(1L << 30))).isInstanceOf(Garbled.class);
  }

  @Test
  void aCutAndAResetConnectionAreUnavailable() {
    assertThat(replyTo(Faults.cut("half"))).isInstanceOf(Unavailable.class);
    assertThat(replyTo(Faults.reset())).isInstanceOf(Unavailable.class);
  }

  @Test
  void anAnswerThatDoesNotBeginOrNotEndInTimeIsLate() {
    for (Behaviour slow :
        List.of(
            Faults.silence(),
            Faults.stalls("half"),
            Faults.trickles("half", Duration.ofMillis(20)))) {
      stub.then(slow);
      ModelCall call =
          model.ask(Questions.standard(), Questions.allowance(Duration.ofMillis(200), 1));
      assertThat(call.reply()).isEqualTo(new Late());
    }
  }

  @Test
  void anAttemptTakesNoLongerThanItsOwnLimit() {
    try (ClaudeModel hasty = open(options().withAttemptTimeout(Duration.ofMillis(200)))) {
      stub.then(Faults.silence(), Replies.text("half"));
      ModelCall call = hasty.ask(Questions.standard(), Questions.PATIENT);
      assertThat(call.attempts()).extracting(Attempt::outcome).containsExactly("late", "complete");
    }
  }

  @Test
  void nobodyThereIsUnavailable() {
    stub.close();
    assertThat(replyTo(Replies.text("never sent"))).isInstanceOf(Unavailable.class);
  }

  @Test
  void whatTheProviderBilledIsToldWithEveryKindOfToken() {
    ModelCall call =
        once(
            Replies.with(
                "usage",
                """
                {"input_tokens": 3, "output_tokens": 550, "cache_read_input_tokens": 7,
                 "cache_creation_input_tokens": 12304,
                 "cache_creation": {"ephemeral_5m_input_tokens": 12000, "ephemeral_1h_input_tokens": 304}}\
                """));
    assertThat(call.attempts().getFirst().usage()).contains(new Usage(3, 12_000, 304, 7, 550));
  }

  @Test
  void cacheCountsThatAreNullAreNone() {
    ModelCall call =
        once(
            Replies.with(
                "usage",
                """
                {"input_tokens": 3, "output_tokens": 5, "cache_read_input_tokens": null,
                 "cache_creation_input_tokens": 9, "cache_creation": null}\
                """));
    assertThat(call.attempts().getFirst().usage()).contains(new Usage(3, 9, 0, 0, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"input_tokens\": 3}",
        "{\"input_tokens\": -3, \"output_tokens\": 5}",
        "{\"input_tokens\": 3.5, \"output_tokens\": 5}",
        "{\"input_tokens\": \"3\", \"output_tokens\": 5}",
        "{\"input_tokens\": 99999999999999999999, \"output_tokens\": 5}",
        "{\"input_tokens\": 3, \"output_tokens\": 5, \"cache_read_input_tokens\": -1}"
      })
  void usageThatMakesNoSenseIsUnknownAndTheReplyStands(String usage) {
    ModelCall call = once(Replies.with("usage", usage));
    assertThat(call.reply()).isInstanceOf(Complete.class);
    assertThat(call.attempts().getFirst().usage()).isEmpty();
  }

  @Test
  void theRequestIdAndTheModelThatAnsweredAreKept() {
    Attempt attempt =
        once(Replies.with("model", "\"claude-sonnet-5-5-20260928\"")).attempts().getFirst();
    assertThat(attempt.requestId()).contains("req_stub_1");
    assertThat(attempt.servedBy()).contains("claude-sonnet-5-5-20260928");
  }

  @Test
  void aModelNameThatIsNoneIsNotPassedOn() {
    Attempt attempt = once(Replies.with("model", "\"a\\nb\"")).attempts().getFirst();
    assertThat(attempt.servedBy()).isEqualTo(Optional.empty());
  }
}
