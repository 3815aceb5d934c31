package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.log.Exchange;
import dev.spendlight.log.OpenCall;
import dev.spendlight.log.OpenCalls;
import dev.spendlight.model.NanoDollars;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of `OpenCalls` promises. An adapter's test extends this and says how to open
/// one: each call opens the same store anew, and the first call of a test finds it empty.
public abstract class OpenCallsContract {

  /// Opens the store.
  protected abstract OpenCalls open();

  protected static OpenCall call(int number, long most) {
    Exchange sample = SampleExchange.at("2026-03-08T06:00:00Z", number).make();
    return new OpenCall(
        sample.id(),
        sample.at(),
        sample.subject(),
        sample.asked(),
        Optional.of(new NanoDollars(most)));
  }

  @Test
  void notesStayUntilTheyAreTakenAwayWhoeverOpensTheStore() {
    assertThat(open().all()).isEmpty();
    assertThat(open().keep(call(2, 20))).isTrue();
    assertThat(open().keep(call(1, 10))).isTrue();
    assertThat(open().all()).as("the oldest first").containsExactly(call(1, 10), call(2, 20));
    open().remove(call(1, 10).id());
    open().remove(call(1, 10).id());
    assertThat(open().all()).containsExactly(call(2, 20));
  }

  @Test
  void aLaterNoteOfACallTakesThePlaceOfTheEarlierOne() {
    OpenCalls calls = open();
    assertThat(calls.keep(call(1, 10))).isTrue();
    assertThat(calls.keep(call(1, 30))).isTrue();
    OpenCall unpriced = call(2, 0).costing(Optional.empty());
    assertThat(calls.keep(unpriced)).isTrue();
    assertThat(open().all()).containsExactly(call(1, 30), unpriced);
  }
}
