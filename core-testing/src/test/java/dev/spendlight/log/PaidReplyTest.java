package dev.spendlight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.model.Attempt;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.Usage;
import dev.spendlight.testing.SampleExchange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaidReplyTest {
  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");
  private static final Attempt BUSY = SampleExchange.attempt("busy", Optional.empty());
  private static final Attempt DONE =
      SampleExchange.attempt("complete", Optional.of(new Usage(1, 0, 0, 0, 2)));

  @Test
  void whatTheLastAttemptBroughtIsKept() {
    ModelReply reply = SampleExchange.complete("{}");
    assertThat(PaidReply.of(call(reply, BUSY, DONE), NOON))
        .contains(new PaidReply(reply, DONE.usage(), DONE.servedBy(), NOON));
    assertThat(PaidReply.of(call(new ModelReply.Refused(), DONE), NOON)).isPresent();
  }

  @Test
  void whatWasNotPaidForIsNotKept() {
    for (ModelReply reply :
        List.of(
            new ModelReply.Busy(Optional.empty()),
            new ModelReply.Unavailable(""),
            new ModelReply.Late(),
            new ModelReply.TooDear(),
            new ModelReply.Misconfigured(""),
            new ModelReply.Garbled(""),
            new ModelReply.Cancelled())) {
      assertThat(PaidReply.of(call(reply, DONE), NOON)).isEmpty();
      assertThatThrownBy(() -> new PaidReply(reply, Optional.empty(), Optional.empty(), NOON))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(PaidReply.of(call(new ModelReply.Refused()), NOON)).isEmpty();
  }

  private static ModelCall call(ModelReply reply, Attempt... attempts) {
    return new ModelCall(reply, List.of(attempts), Optional.empty());
  }
}
