package dev.spendlight.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelReply.Busy;
import dev.spendlight.model.ModelReply.Cancelled;
import dev.spendlight.model.ModelReply.Complete;
import dev.spendlight.model.ModelReply.Unavailable;
import dev.spendlight.testing.FlatPrices;
import dev.spendlight.testing.claude.Behaviour;
import dev.spendlight.testing.claude.Faults;
import dev.spendlight.testing.claude.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The circuit breaker and the bulkhead.
class GuardTest extends StubbedTest {
  private final ClaudeModel guarded =
      open(
          options()
              .withBreaker(new ClaudeOptions.Breaker(4, 4, 50, Duration.ofSeconds(30), 1))
              .withConcurrent(8));

  @Test
  void anOpenBreakerAnswersWithoutARequestUntilItsPauseIsOver() {
    stub.usually(Faults.status(500));
    times(4, "claude-sonnet-5-5");
    assertThat(stub.count()).isEqualTo(4);

    assertThat(ask("claude-sonnet-5-5").reply()).isInstanceOf(Unavailable.class);
    assertThat(ask("claude-sonnet-5-5").attempts()).isEmpty();
    assertThat(stub.count()).isEqualTo(4);
    assertThat(health()).isEqualTo(ModelHealth.Breaker.OPEN);

    stub.usually(Replies.text("half"));
    timing.advance(Duration.ofSeconds(31));
    assertThat(ask("claude-sonnet-5-5").reply()).isInstanceOf(Complete.class);
    assertThat(health()).isEqualTo(ModelHealth.Breaker.CLOSED);
  }

  @Test
  void aTrialThatFailsOpensItAgain() {
    stub.usually(Faults.status(500));
    times(4, "claude-sonnet-5-5");
    timing.advance(Duration.ofSeconds(31));
    times(3, "claude-sonnet-5-5");
    assertThat(stub.count()).isEqualTo(5);
  }

  /// Otherwise the breaker would wait for the judgement of that trial for ever.
  @Test
  void aTrialThatAnErrorOfOursEndsIsNotTheLast() {
    AtomicBoolean broken = new AtomicBoolean();
    VirtualTiming faulty =
        new VirtualTiming() {
          @Override
          public Instant instant() {
            if (broken.get() && Thread.currentThread().getName().equals("claude")) {
              throw new StackOverflowError("on purpose");
            }
            return super.instant();
          }
        };
    ClaudeOptions options =
        options().withBreaker(new ClaudeOptions.Breaker(1, 1, 50, Duration.ofSeconds(30), 1));
    try (ClaudeModel model = new ClaudeModel(options, new FlatPrices(1, 5), faulty)) {
      stub.usually(Faults.status(500));
      model.ask(Questions.standard(), Questions.PATIENT);
      faulty.advance(Duration.ofSeconds(31));
      broken.set(true);
      assertThatThrownBy(() -> model.ask(Questions.standard(), Questions.PATIENT))
          .isInstanceOf(StackOverflowError.class);
      broken.set(false);
      stub.usually(Replies.text("half"));
      assertThat(model.ask(Questions.standard(), Questions.PATIENT).reply())
          .isInstanceOf(Complete.class);
    }
  }

  @Test
  void aBreakerIsOfOneModel() {
    stub.usually(Faults.status(500));
    times(4, "claude-sonnet-5-5");
    stub.usually(Replies.text("half"));
    assertThat(ask("claude-haiku-5-5").reply()).isInstanceOf(Complete.class);
  }

  @Test
  void anOpenBreakerEndsFurtherAttemptsOfTheSameQuestion() {
    stub.usually(Faults.status(500));
    ModelCall call =
        guarded.ask(Questions.standard(), Questions.allowance(Duration.ofMinutes(5), 9));
    assertThat(call.attempts()).hasSize(4);
    assertThat(call.reply()).isInstanceOf(Unavailable.class);
  }

  @Test
  void brokenOverloadedAndGarbledAnswersOpenIt() {
    for (Behaviour bad :
        List.of(
            Faults.status(500),
            Faults.status(529),
            Faults.status(408),
            Faults.cut("half"),
            Faults.html(200))) {
      ClaudeModel fresh =
          open(
              options()
                  .withBreaker(new ClaudeOptions.Breaker(2, 2, 50, Duration.ofSeconds(30), 1)));
      stub.then(bad, bad);
      for (int i = 0; i < 3; i++) {
        fresh.ask(Questions.standard(), Questions.allowance(Duration.ofMinutes(5), 1));
      }
      assertThat(fresh.health().getFirst().breaker()).isEqualTo(ModelHealth.Breaker.OPEN);
    }
  }

  @Test
  void whatIsOurFaultOrOurQuotaAndRefusalsLeaveItClosed() {
    for (Behaviour fine :
        List.of(
            Faults.status(429),
            Faults.status(400),
            Faults.status(401),
            Replies.stopped("refusal", ""),
            Replies.stopped("max_tokens", "half"),
            Replies.stopped("pause_turn", "half"))) {
      stub.usually(fine);
      times(8, "claude-sonnet-5-5");
      assertThat(health()).isEqualTo(ModelHealth.Breaker.CLOSED);
    }
  }

  @Test
  void noMoreQuestionsThanAllowedAreUnderWayAndTheOthersAreToldAtOnce() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    stub.usually(Replies.after(gate, Replies.text("half")));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ModelReply>> first = submit(threads, 8);
      stub.await(8);
      for (Future<ModelReply> turnedAway : submit(threads, 192)) {
        assertThat(turnedAway.get()).isEqualTo(new Busy(Optional.empty()));
      }
      assertThat(guarded.health().getFirst())
          .isEqualTo(new ModelHealth("claude-sonnet-5-5", ModelHealth.Breaker.CLOSED, 8, 8));
      gate.countDown();
      for (Future<ModelReply> each : first) {
        assertThat(each.get()).isInstanceOf(Complete.class);
      }
    }
    assertThat(stub.mostAtOnce()).isEqualTo(8);
    assertThat(guarded.health().getFirst().underWay()).isZero();
  }

  @Test
  void twoHundredThreadsAtOnceNeverMakeMoreThanAllowed() throws Exception {
    stub.usually(Replies.text("half"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<ModelReply> each : submit(threads, 200)) {
        assertThat(each.get()).isInstanceOfAny(Complete.class, Busy.class);
      }
    }
    assertThat(stub.mostAtOnce()).isBetween(1, 8);
  }

  @Test
  void aThreadThatIsInterruptedBeforehandAsksNothing() {
    Thread.currentThread().interrupt();
    ModelCall call = ask("claude-sonnet-5-5");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(call).isEqualTo(ModelCall.unsent(new Cancelled()));
    assertThat(stub.count()).isZero();
  }

  @Test
  void anInterruptBetweenTwoAttemptsEndsTheQuestion() {
    Timing interrupted =
        new VirtualTiming() {
          @Override
          public void pause(Duration time) throws InterruptedException {
            throw new InterruptedException();
          }
        };
    stub.usually(Faults.status(500));
    try (ClaudeModel model = new ClaudeModel(options(), new FlatPrices(1, 5), interrupted)) {
      ModelCall call = model.ask(Questions.standard(), Questions.PATIENT);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(call.reply()).isEqualTo(new Cancelled());
      assertThat(call.attempts()).hasSize(1);
    }
  }

  @Test
  void anAbandonedRequestIsClosedAndItsPlaceIsFree() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    stub.usually((request, response) -> {
      try {
        response.waitForTheClientToLeave();
      } finally {
        left.countDown();
      }
    });
    Thread asking = Thread.ofPlatform().start(() -> ask("claude-sonnet-5-5"));
    stub.await(1);
    asking.interrupt();
    left.await();
    asking.join();
    assertThat(guarded.health().getFirst().underWay()).isZero();
  }

  private List<Future<ModelReply>> submit(ExecutorService threads, int many) {
    return IntStream.range(0, many)
        .mapToObj(each -> threads.submit(() -> ask("claude-sonnet-5-5").reply()))
        .toList();
  }

  private ModelHealth.Breaker health() {
    return guarded.health().getFirst().breaker();
  }

  private void times(int many, String name) {
    for (int i = 0; i < many; i++) {
      ask(name);
    }
  }

  private ModelCall ask(String name) {
    return guarded.ask(Questions.to(name), Questions.allowance(Duration.ofMinutes(5), 1));
  }
}
