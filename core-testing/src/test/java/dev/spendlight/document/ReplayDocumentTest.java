package dev.spendlight.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.account.AccountId;
import dev.spendlight.log.Exchange;
import dev.spendlight.service.Replay;
import dev.spendlight.service.Replay.Basis;
import dev.spendlight.service.Replay.Change;
import dev.spendlight.service.Replay.Outcome;
import dev.spendlight.service.ReplayReport;
import dev.spendlight.testing.SampleExchange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayDocumentTest {
  private static final Outcome ACCEPTED = new Outcome.Accepted();
  private static final Outcome REFUSED =
      new Outcome.Refused(List.of("key_insights[0]: Nothing shows it."));
  private static final Outcome REFUSED_OTHERWISE =
      new Outcome.Refused(List.of("summary[0]: It is dull."));

  /// A reply for every change, and one on every basis.
  static String some() {
    List<Replay> replays = new ArrayList<>();
    replays.add(replay(1, Basis.SAME, ACCEPTED, ACCEPTED));
    replays.add(replay(2, Basis.SAME, REFUSED, ACCEPTED));
    replays.add(replay(3, Basis.SAME, ACCEPTED, REFUSED));
    replays.add(replay(4, Basis.SAME, REFUSED, REFUSED_OTHERWISE));
    replays.add(replay(5, Basis.SAME, new Outcome.Nothing(), new Outcome.Nothing()));
    int number = replays.size();
    for (Basis basis : Basis.values()) {
      number++;
      replays.add(replay(number, basis, ACCEPTED, new Outcome.Unverified()));
    }
    return ReplayDocument.of(
        new ReplayReport(
            Optional.of(new AccountId("acme")),
            Optional.of(LocalDate.of(2026, 3, 1)),
            40,
            replays));
  }

  static String none() {
    return ReplayDocument.of(new ReplayReport(Optional.empty(), Optional.empty(), 0, List.of()));
  }

  private static Replay replay(int number, Basis basis, Outcome then, Outcome now) {
    Exchange exchange = SampleExchange.at("2026-03-08T12:00:00Z", number).make();
    return new Replay(
        exchange.id(),
        exchange.at(),
        exchange.subject(),
        exchange.asked(),
        exchange.reply(),
        exchange.verdict(),
        basis,
        then,
        now);
  }

  @Test
  void everyChangeIsCountedAndTheCountsAddUp() {
    JsonNode document = DocumentTree.of(some());
    assertThat(document.get("account").textValue()).isEqualTo("acme");
    assertThat(document.get("since").textValue()).isEqualTo("2026-03-01");
    JsonNode totals = document.get("totals");
    assertThat(totals.get("calls").longValue()).isEqualTo(40);
    assertThat(totals.get("replayed").longValue()).isEqualTo(document.get("replays").size());
    long counted = 0;
    for (Change change : Change.values()) {
      assertThat(totals.get(change.key()).longValue()).as(change.key()).isPositive();
      counted += totals.get(change.key()).longValue();
    }
    assertThat(counted).isEqualTo(totals.get("replayed").longValue());
  }

  @Test
  void aReplySaysWhatItWasWhatItIsAndWhy() {
    JsonNode replay = DocumentTree.of(some()).at("/replays/2");
    assertThat(replay.at("/then/outcome").textValue()).isEqualTo("accepted");
    assertThat(replay.at("/then/violations")).isEmpty();
    assertThat(replay.at("/now/outcome").textValue()).isEqualTo("refused");
    assertThat(replay.at("/now/violations/0").textValue())
        .isEqualTo("key_insights[0]: Nothing shows it.");
    assertThat(replay.get("change").textValue()).isEqualTo("newly_refused");
    assertThat(replay.get("at").textValue()).isEqualTo("2026-03-08T12:00:00Z");
  }

  @Test
  void nothingLoggedIsNothingReplayed() {
    JsonNode document = DocumentTree.of(none());
    assertThat(document.get("account").isNull()).isTrue();
    assertThat(document.get("since").isNull()).isTrue();
    assertThat(document.get("replays")).isEmpty();
  }
}
