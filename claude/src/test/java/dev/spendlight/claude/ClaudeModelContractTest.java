package dev.spendlight.claude;

import dev.spendlight.model.LanguageModel;
import dev.spendlight.model.PriceBook;
import dev.spendlight.testing.LanguageModelContract;
import dev.spendlight.testing.claude.Behaviour;
import dev.spendlight.testing.claude.Faults;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubClaude;
import org.junit.jupiter.api.AfterEach;

class ClaudeModelContractTest extends LanguageModelContract {
  private final StubClaude stub = StubClaude.start();

  @Override
  protected LanguageModel open(PriceBook prices) {
    return new ClaudeModel(
        ClaudeOptions.of(new ApiKey("test-key")).withBaseUrl(stub.baseUrl()),
        prices,
        new VirtualTiming());
  }

  @Override
  protected void provider(Conduct... script) {
    for (Conduct conduct : script) {
      stub.then(behaviour(conduct));
    }
  }

  private static Behaviour behaviour(Conduct conduct) {
    return switch (conduct) {
      case ANSWERS -> Replies.text("{\"answer\":\"good\"}");
      case STOPS_AT_THE_TOKEN_LIMIT -> Replies.stopped("max_tokens", "{\"answ");
      case REFUSES -> Replies.stopped("refusal", "");
      case IS_BUSY -> Faults.busy("2");
      case IS_BUSY_FOR_LONG -> Faults.busy("36000");
      case FAILS -> Faults.status(500);
      case BREAKS_OFF -> Faults.cut("{\"answer\":\"good\"}");
      case SAYS_NOTHING -> Faults.silence();
      case TALKS_NONSENSE -> Faults.garbage(1);
      case DOES_NOT_KNOW_THE_KEY -> Faults.status(401);
    };
  }

  @Override
  protected int received() {
    return stub.count();
  }

  @Override
  protected void awaitRequest() throws InterruptedException {
    stub.await(1);
  }

  @AfterEach
  void close() {
    stub.close();
  }
}
