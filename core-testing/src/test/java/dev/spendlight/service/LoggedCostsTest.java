package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.limit.Budget.Booked;
import dev.spendlight.limit.Budget.Paid;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.OpenCall;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.testing.InMemoryOpenCalls;
import dev.spendlight.testing.InMemoryPromptLog;
import dev.spendlight.testing.SampleExchange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoggedCostsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 8);

  private final InMemoryPromptLog log = new InMemoryPromptLog();

  /// What nobody has a bill for may have been billed all the same.
  @Test
  void aBudgetBeginsWithBillsAndWithWhatMayHaveComeOnTop() {
    Exchange sample = SampleExchange.at("2026-03-08T12:00:00Z", 1).make();
    OpenCall killed =
        new OpenCall(
            sample.id(),
            sample.at(),
            sample.subject(),
            sample.asked(),
            Optional.of(new NanoDollars(40)));
    log.append(
        List.of(
            SampleExchange.at("2026-03-08T12:00:00Z", 2)
                .charge(SampleExchange.cost(1_000, 0, 500))
                .make(),
            Exchange.abandoned(killed),
            SampleExchange.at("2026-03-09T12:00:00Z", 3).make()));
    assertThat(new LoggedCosts(log, new InMemoryOpenCalls()).of(DAY))
        .isEqualTo(
            new Booked(
                List.of(new Paid(new AccountId("acme"), new NanoDollars(1_540))), List.of()));
  }
}
