package dev.spendlight.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.testing.FlatPrices;
import dev.spendlight.testing.claude.Behaviour;
import dev.spendlight.testing.claude.StubClaude;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/// A stub and a model that asks it, in virtual time.
abstract class StubbedTest {
  final StubClaude stub = StubClaude.start();
  final VirtualTiming timing = new VirtualTiming();
  final ClaudeModel model = open(options());

  ClaudeModel open(ClaudeOptions options) {
    return new ClaudeModel(options, new FlatPrices(1, 5), timing);
  }

  /// With a breaker that stays closed.
  ClaudeOptions options() {
    return Questions.options(stub.baseUrl())
        .withBreaker(new ClaudeOptions.Breaker(1_000, 1_000, 100, Duration.ofSeconds(30), 1));
  }

  /// What becomes of one attempt.
  ModelCall once(Behaviour behaviour) {
    stub.then(behaviour);
    return model.ask(Questions.standard(), Questions.allowance(Duration.ofMinutes(5), 1));
  }

  ModelReply replyTo(Behaviour behaviour) {
    ModelReply reply = once(behaviour).reply();
    // That sentence is for faults of our own.
    assertThat(reply.toString()).doesNotContain("could not be read");
    return reply;
  }

  @AfterEach
  void close() {
    model.close();
    stub.close();
  }
}
