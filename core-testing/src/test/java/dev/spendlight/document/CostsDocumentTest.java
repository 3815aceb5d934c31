package dev.spendlight.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.account.AccountId;
import dev.spendlight.log.CostReport;
import dev.spendlight.metric.DateRange;
import dev.spendlight.model.Charge;
import dev.spendlight.testing.InMemoryPromptLog;
import dev.spendlight.testing.SampleExchange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostsDocumentTest {
  private static final String NOON = "2026-03-08T12:00:00Z";

  /// Two models, one of them without a price.
  static String some() {
    InMemoryPromptLog log = new InMemoryPromptLog();
    log.append(
        List.of(
            SampleExchange.at(NOON, 1)
                .charge(SampleExchange.cost(54_399_000, -9_228_000, 1_500_000))
                .make(),
            SampleExchange.at(NOON, 2).reusedReply().make(),
            SampleExchange.at(NOON, 3).model("unheard-of").charge(Charge.UNKNOWN).make()));
    return CostsDocument.of(
        CostReport.of(
            log,
            Optional.of(new AccountId("acme")),
            Optional.of(DateRange.ending(LocalDate.of(2026, 3, 8), 7))));
  }

  static String none() {
    return CostsDocument.of(
        CostReport.of(new InMemoryPromptLog(), Optional.empty(), Optional.empty()));
  }

  @Test
  void dollarsAreExactAndLinesAddUpToTheTotals() {
    JsonNode document = DocumentTree.of(some());
    assertThat(document.get("account").textValue()).isEqualTo("acme");
    assertThat(document.get("from").textValue()).isEqualTo("2026-03-02");
    assertThat(document.get("to").textValue()).isEqualTo("2026-03-08");
    JsonNode totals = document.get("totals");
    assertThat(totals.get("cost_usd").decimalValue()).isEqualByComparingTo("0.054399");
    assertThat(totals.get("unbilled_at_most_usd").decimalValue()).isEqualByComparingTo("0.0015");
    assertThat(totals.get("cache_savings_usd").decimalValue()).isEqualByComparingTo("-0.009228");
    assertThat(totals.get("calls").longValue()).isEqualTo(3);
    assertThat(totals.get("reused").longValue()).isEqualTo(1);
    assertThat(totals.get("attempts").longValue()).isEqualTo(2);
    assertThat(totals.get("unpriced_calls").longValue()).isEqualTo(1);
    assertThat(totals.at("/tokens/cache_read").longValue()).isEqualTo(80);
    assertThat(document.get("lines").findValuesAsText("model"))
        .containsExactly("claude-sonnet-5-5", "unheard-of");
    assertThat(document.at("/lines/1/unpriced_calls").longValue()).isEqualTo(1);
    assertThat(document.at("/lines/0/day").textValue()).isEqualTo("2026-03-08");
  }

  @Test
  void allAccountsAndAllDaysAreNull() {
    JsonNode document = DocumentTree.of(none());
    assertThat(document.get("account").isNull()).isTrue();
    assertThat(document.get("from").isNull()).isTrue();
    assertThat(document.get("lines")).isEmpty();
    assertThat(document.at("/totals/cost_usd").decimalValue()).isEqualByComparingTo("0");
  }
}
