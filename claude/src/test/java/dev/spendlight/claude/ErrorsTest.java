package dev.spendlight.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.model.Attempt;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelReply.Busy;
import dev.spendlight.model.ModelReply.Misconfigured;
import dev.spendlight.model.ModelReply.Unavailable;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.testing.claude.Faults;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubClaude;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an answer with an error status means, and what is tried again.
class ErrorsTest extends StubbedTest {

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 405, 413, 418, 422})
  void whatOnlyAnOperatorCanMendIsNotTriedAgain(int status) {
    stub.then(Faults.status(status));
    ModelCall call = model.ask(Questions.standard(), Questions.PATIENT);
    assertThat(call.reply()).isInstanceOf(Misconfigured.class);
    assertThat(call.attempts()).hasSize(1);
    assertThat(call.attempts().getFirst().requestId()).contains("req_stub_1");
    assertThat(reason(call.reply())).contains("HTTP " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 409, 429, 500, 502, 503, 504, 529, 599})
  void whatMayPassIsTriedAgain(int status) {
    stub.then(Faults.status(status), Replies.text("half"));
    ModelCall call = model.ask(Questions.standard(), Questions.PATIENT);
    assertThat(call.attempts()).extracting(Attempt::outcome).endsWith("complete").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"429, Busy", "529, Busy", "500, Unavailable", "408, Unavailable", "503, Unavailable"})
  void theLastAttemptDecides(int status, String kind) {
    assertThat(replyTo(Faults.status(status)).getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void theProvidersWordOnTryingAgainCountsMoreThanTheStatus() {
    stub.then(Faults.status(500, Map.of("x-should-retry", "false")));
    assertThat(model.ask(Questions.standard(), Questions.PATIENT).attempts()).hasSize(1);
    stub.then(Faults.status(400, Map.of("x-should-retry", "true")), Replies.text("half"));
    assertThat(model.ask(Questions.standard(), Questions.PATIENT).attempts()).hasSize(2);
  }

  @Test
  void waitsGrowAndTheProvidersOwnComesFirst() {
    stub.then(Faults.status(500), Faults.busy("7"), Faults.status(500), Replies.text("half"));
    model.ask(Questions.standard(), Questions.PATIENT);
    // A half of chance takes away a quarter: 0.5 s and 2 s.
    assertThat(timing.pauses())
        .containsExactly(Duration.ofMillis(375), Duration.ofSeconds(7), Duration.ofMillis(1_500));
  }

  @Test
  void waitsGrowNoFurtherThanEightSeconds() {
    stub.usually(Faults.status(500));
    model.ask(Questions.standard(), Questions.allowance(Duration.ofMinutes(5), 7));
    assertThat(timing.pauses())
        .endsWith(Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(6));
  }

  @Test
  void waitsCountAgainstTheDeadline() {
    stub.usually(Faults.status(500));
    ModelCall call =
        model.ask(Questions.standard(), Questions.allowance(Duration.ofSeconds(4), 100));
    // 0.375 s, 0.75 s and 1.5 s are waited; three more would be too late.
    assertThat(call.attempts()).hasSize(4);
    assertThat(call.reply()).isInstanceOf(Unavailable.class);
  }

  @Test
  void aWaitBeyondTheDeadlineIsNotBegun() {
    stub.then(Faults.busy("15"));
    ModelCall call =
        model.ask(Questions.standard(), Questions.allowance(Duration.ofSeconds(10), 4));
    assertThat(call.reply()).isEqualTo(new Busy(Optional.of(Duration.ofSeconds(15))));
    assertThat(timing.pauses()).isEmpty();
  }

  @Test
  void aWaitLongerThanAnyoneWaitsIsToldAtOnce() {
    stub.then(Faults.busy("21"));
    assertThat(model.ask(Questions.standard(), Questions.PATIENT).reply())
        .isEqualTo(new Busy(Optional.of(Duration.ofSeconds(21))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30                            | PT30S
          1.5                           | PT1.5S
          3600                          | PT1H
          999999999999999999999         | PT1H
          1e400                         | PT1H
          Sun, 01 Nov 2026 12:00:45 GMT | PT45S
          Fri, 01 Jan 2100 00:00:00 GMT | PT1H
          Sun, 01 Nov 2026 11:00:00 GMT |
          0                             |
          -5                            |
          NaN                           |
          soon                          |
          """)
  void howLongABusyProviderAsksFor(String header, Duration wait) {
    assertThat(
            RetryAfter.read(
                Optional.empty(), Optional.of(header), Instant.parse("2026-11-01T12:00:00Z")))
        .isEqualTo(Optional.ofNullable(wait));
  }

  @Test
  void millisecondsComeBeforeSeconds() {
    assertThat(RetryAfter.read(Optional.of("250"), Optional.of("9"), Instant.EPOCH))
        .contains(Duration.ofMillis(250));
  }

  @Test
  void theHttpClientTriesNothingAgainByItself() {
    for (int status : new int[] {503, 408, 429}) {
      int before = stub.count();
      once(Faults.status(status, Map.of("retry-after", "0")));
      assertThat(stub.count() - before).as("requests for HTTP %s", status).isEqualTo(1);
    }
    int before = stub.count();
    once(Faults.reset());
    assertThat(stub.count() - before).isEqualTo(1);
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (StubClaude elsewhere = StubClaude.start()) {
      assertThat(replyTo(Faults.redirect(elsewhere.baseUrl().resolve("/v1/messages"))))
          .isInstanceOf(Misconfigured.class);
      assertThat(elsewhere.count()).isZero();
    }
  }

  @Test
  void anErrorThatIsAPageIsReadByItsStatus() {
    assertThat(replyTo(Faults.html(502))).isInstanceOf(Unavailable.class);
    assertThat(replyTo(Faults.html(403))).isInstanceOf(Misconfigured.class);
  }

  @Test
  void theStubRefusesWhatTheRealOneRefusesAndThatIsMisconfigured() {
    assertThat(
            model
                .ask(
                    new ModelRequest(
                        "claude-sonnet-5-5",
                        "",
                        Questions.standard().turns(),
                        "{\"type\": \"string\", \"maxLength\": 5}",
                        100),
                    Questions.PATIENT)
                .reply())
        .isInstanceOf(Misconfigured.class);
  }

  /// The stub's errors quote the request; its key is in a header.
  @Test
  void noReasonHoldsAnythingOfTheRequest() {
    for (int status = 300; status < 600; status++) {
      ModelReply reply = replyTo(Faults.status(status));
      assertThat(reply.toString()).doesNotContain("account", "120.50", "sk-secret", "quotes");
    }
  }

  @Test
  void theKeyIsShownNowhere() {
    ClaudeOptions options = Questions.options(stub.baseUrl());
    assertThat(options.toString()).doesNotContain("sk-secret");
    assertThat(ClaudeModel.describe(Questions.standard())).doesNotContain("sk-secret");
    once(Replies.text("half"));
    assertThat(stub.requests().getFirst().toString()).doesNotContain("sk-secret");
    assertThat(stub.requests().getFirst().headers()).containsEntry("authorization", "(hidden)");
  }

  private static String reason(ModelReply reply) {
    return reply instanceof Misconfigured misconfigured ? misconfigured.reason() : "";
  }
}
