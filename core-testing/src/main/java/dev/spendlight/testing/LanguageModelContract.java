package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.model.Allowance;
import dev.spendlight.model.LanguageModel;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelReply.Busy;
import dev.spendlight.model.ModelReply.Cancelled;
import dev.spendlight.model.ModelReply.Complete;
import dev.spendlight.model.ModelReply.Garbled;
import dev.spendlight.model.ModelReply.Late;
import dev.spendlight.model.ModelReply.Misconfigured;
import dev.spendlight.model.ModelReply.Refused;
import dev.spendlight.model.ModelReply.TooDear;
import dev.spendlight.model.ModelReply.Truncated;
import dev.spendlight.model.ModelReply.Unavailable;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.PriceBook;
import dev.spendlight.model.Purse;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/// What every [LanguageModel] owes whoever asks it. A subclass opens one on a provider of its own
/// that runs on this machine and does as it is told; waits between attempts must not take time.
public abstract class LanguageModelContract {
  protected static final ModelRequest REQUEST =
      new ModelRequest(
          "claude-sonnet-5-5",
          "Answer in JSON.",
          List.of(new Turn(Speaker.USER, "How is the account?")),
          """
          {"type": "object", "properties": {"answer": {"type": "string"}},
           "required": ["answer"], "additionalProperties": false}\
          """,
          500);

  private static final Allowance PATIENT = new Allowance(Duration.ofMinutes(5), 4, Purse.OPEN);

  /// What a provider does with one request.
  public enum Conduct {
    /// With the text `{"answer":"good"}`.
    ANSWERS,
    STOPS_AT_THE_TOKEN_LIMIT,
    REFUSES,
    /// And asks for two seconds of peace.
    IS_BUSY,
    /// And asks for ten hours of peace.
    IS_BUSY_FOR_LONG,
    FAILS,
    BREAKS_OFF,
    SAYS_NOTHING,
    TALKS_NONSENSE,
    DOES_NOT_KNOW_THE_KEY
  }

  protected abstract LanguageModel open(PriceBook prices);

  /// The provider does this with the next requests, in order.
  protected abstract void provider(Conduct... script);

  /// Requests that the provider received.
  protected abstract int received();

  /// Returns once the provider has received a request.
  protected abstract void awaitRequest() throws InterruptedException;

  @Test
  final void anAnswerIsWholeAndItsAttemptIsKnown() {
    provider(Conduct.ANSWERS);
    ModelCall call = ask(PATIENT);
    assertThat(call.reply())
        .isInstanceOfSatisfying(
            Complete.class, it -> assertThat(it.text()).isEqualTo("{\"answer\":\"good\"}"));
    assertThat(call.attempts())
        .singleElement()
        .satisfies(attempt -> {
          assertThat(attempt.outcome()).isEqualTo("complete");
          assertThat(attempt.usage()).isPresent();
          assertThat(attempt.requestId()).isPresent();
          assertThat(attempt.servedBy()).contains(REQUEST.model());
        });
  }

  @Test
  final void whatIsPaidIsNotAskedAgain() {
    provider(
        Conduct.STOPS_AT_THE_TOKEN_LIMIT,
        Conduct.REFUSES,
        Conduct.TALKS_NONSENSE,
        Conduct.DOES_NOT_KNOW_THE_KEY);
    assertThat(ask(PATIENT).reply()).isInstanceOf(Truncated.class);
    assertThat(ask(PATIENT).reply()).isInstanceOf(Refused.class);
    assertThat(ask(PATIENT).reply()).isInstanceOf(Garbled.class);
    assertThat(ask(PATIENT).reply()).isInstanceOf(Misconfigured.class);
    assertThat(received()).isEqualTo(4);
  }

  @Test
  final void whatMayPassIsTriedAgain() {
    provider(Conduct.FAILS, Conduct.IS_BUSY, Conduct.BREAKS_OFF, Conduct.ANSWERS);
    ModelCall call = ask(PATIENT);
    assertThat(call.reply()).isInstanceOf(Complete.class);
    assertThat(call.attempts())
        .extracting(attempt -> attempt.outcome())
        .containsExactly("unavailable", "busy", "unavailable", "complete");
  }

  @Test
  final void itIsTriedNoMoreOftenThanAllowed() {
    provider(Conduct.FAILS, Conduct.FAILS, Conduct.FAILS);
    ModelCall call = ask(new Allowance(Duration.ofMinutes(5), 2, Purse.OPEN));
    assertThat(call.reply()).isInstanceOf(Unavailable.class);
    assertThat(call.attempts()).hasSize(2);
    assertThat(received()).isEqualTo(2);
  }

  @Test
  final void aWaitThatIsTooLongIsToldAtOnce() {
    provider(Conduct.IS_BUSY_FOR_LONG);
    ModelCall call = ask(PATIENT);
    assertThat(call.reply())
        .isInstanceOfSatisfying(
            Busy.class, it -> assertThat(it.retryAfter().orElseThrow()).isPositive());
    assertThat(call.attempts()).hasSize(1);
  }

  @Test
  final void nobodyWaitsLongerThanAllowed() {
    provider(Conduct.SAYS_NOTHING);
    ModelCall call = ask(new Allowance(Duration.ofMillis(300), 1, Purse.OPEN));
    assertThat(call.reply()).isEqualTo(new Late());
    assertThat(call.attempts()).extracting(attempt -> attempt.outcome()).containsExactly("late");
  }

  @Test
  final void timeThatIsUpBeforehandCostsNothing() {
    assertThat(ask(new Allowance(Duration.ZERO, 3, Purse.OPEN)))
        .isEqualTo(ModelCall.unsent(new Late()));
    assertThat(received()).isZero();
  }

  @Test
  final void withALimitOfMoneyAnUnknownPriceIsTooDear() {
    ModelCall call =
        open(new FlatPrices(1, 1))
            .ask(
                named("unpriced-1"),
                new Allowance(Duration.ofMinutes(1), 3, Purse.of(new NanoDollars(1))));
    assertThat(call).isEqualTo(ModelCall.unsent(new TooDear()));
    assertThat(received()).isZero();
  }

  @Test
  final void anAttemptThatMightCostTooMuchIsNotMade() {
    ModelCall call =
        open(new FlatPrices(1, 1))
            .ask(REQUEST, new Allowance(Duration.ofMinutes(1), 3, Purse.of(new NanoDollars(501))));
    assertThat(call).isEqualTo(ModelCall.unsent(new TooDear()));
    assertThat(received()).isZero();
  }

  @Test
  final void anAttemptOfUnknownCostCountsAsTheDearest() {
    provider(Conduct.BREAKS_OFF, Conduct.ANSWERS);
    // Enough for one attempt at worst, not for two.
    ModelCall call =
        open(new FlatPrices(0, 1))
            .ask(REQUEST, new Allowance(Duration.ofMinutes(1), 3, Purse.of(new NanoDollars(999))));
    assertThat(call.reply()).isEqualTo(new TooDear());
    assertThat(call.attempts()).hasSize(1);
  }

  @Test
  final void anInterruptEndsTheWaitAndStays() throws Exception {
    provider(Conduct.SAYS_NOTHING);
    LanguageModel model = open(new FlatPrices(1, 1));
    FutureTask<Boolean> interrupted =
        new FutureTask<>(() ->
            cancelled(model.ask(REQUEST, PATIENT).reply())
                && Thread.currentThread().isInterrupted());
    Thread asking = Thread.ofPlatform().daemon().start(interrupted);
    awaitRequest();
    asking.interrupt();
    assertThat(interrupted.get()).isTrue();
  }

  private static boolean cancelled(ModelReply reply) {
    return reply instanceof Cancelled;
  }

  private ModelCall ask(Allowance allowance) {
    return open(new FlatPrices(1, 1)).ask(REQUEST, allowance);
  }

  private static ModelRequest named(String model) {
    return new ModelRequest(
        model, REQUEST.system(), REQUEST.turns(), REQUEST.schema(), REQUEST.maxTokens());
  }
}
