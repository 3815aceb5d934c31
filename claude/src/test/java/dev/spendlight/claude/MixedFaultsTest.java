package dev.spendlight.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.model.Attempt;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.Usage;
import dev.spendlight.testing.claude.Faults;
import dev.spendlight.testing.claude.Mixture;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubClaude.Billed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/// Many threads ask a provider of which half the answers are faults of every kind.
class MixedFaultsTest extends StubbedTest {
  private static final long SEED = 20261128;
  private static final int QUESTIONS = 2_000;
  private static final int AT_ONCE = 16;

  @Test
  void everyQuestionIsAnsweredAndEveryRequestAccountedFor() throws Exception {
    System.out.println("MixedFaultsTest seed " + SEED);
    stub.usually(
        new Mixture(
            SEED, 0.5, Replies.from(request -> "re: " + request.question()), Faults.ofEveryKind()));
    List<ModelCall> calls = ask();
    assertThat(calls)
        .extracting(call -> call.reply().key())
        .contains("complete", "truncated", "refused", "interrupted", "busy", "garbled")
        .doesNotContain("too_dear", "misconfigured", "cancelled", "late");
    List<Attempt> attempts = calls.stream().flatMap(call -> call.attempts().stream()).toList();
    assertThat(attempts).hasSize(stub.count());
    assertThat(calls)
        .allSatisfy(call -> {
          assertThat(call.attempts()).hasSizeBetween(1, 4);
          assertThat(call.attempts().getLast().outcome()).isEqualTo(call.reply().key());
        });
    // What was told is part of what was billed: nothing twice, nothing made up.
    Usage told = sum(attempts.stream().map(Attempt::usage).flatMap(Optional::stream).toList());
    Usage billed = sum(stub.billed().stream().map(Billed::usage).toList());
    assertThat(told.prompt()).isBetween(1L, billed.prompt());
    assertThat(told.output()).isBetween(1L, billed.output());
  }

  private List<ModelCall> ask() throws Exception {
    Semaphore places = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ModelCall>> all = new ArrayList<>();
      for (int i = 0; i < QUESTIONS; i++) {
        places.acquire();
        all.add(
            threads.submit(() -> {
              try {
                return model.ask(Questions.standard(), Questions.PATIENT);
              } finally {
                places.release();
              }
            }));
      }
      List<ModelCall> calls = new ArrayList<>();
      for (Future<ModelCall> each : all) {
        calls.add(each.get());
      }
      return calls;
    }
  }

  private static Usage sum(List<Usage> usages) {
    return usages.stream().reduce(Usage.NONE, Usage::plus);
  }
}
