package dev.spendlight.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChargeTest {
  private static final PriceList PRICES = PriceList.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Attempt BROKEN = attempt(Optional.empty(), Optional.empty());
  private static final Attempt BILLED =
      attempt(Optional.of(new Usage(10, 0, 0, 0, 5)), Optional.empty());
  private static final long BILL = 10 * 2_000 + 5 * 10_000;

  @Test
  void allAttemptsAreAddedByTheModelThatAnswered() {
    Attempt dated =
        attempt(Optional.of(new Usage(0, 0, 0, 10, 5)), Optional.of("claude-sonnet-4-5-20250929"));
    long bills = BILL + 10 * 300 + 5 * 15_000;
    assertThat(charge(bills, BROKEN, BILLED, dated)).isEqualTo(known(bills, 10 * (3_000 - 300), 0));
  }

  @Test
  void whatBrokeOffWithoutABillIsNoCost() {
    Charge charge = charge(40_000 + BILL, BROKEN, BILLED);
    assertThat(charge).isEqualTo(known(BILL, 0, 40_000));
    assertThat(charge.most()).contains(new NanoDollars(40_000 + BILL));
    assertThat(charge(40_000, BROKEN)).isEqualTo(known(0, 0, 40_000));
    assertThat(Charge.withoutBills(Optional.of(new NanoDollars(40_000))))
        .isEqualTo(known(0, 0, 40_000));
  }

  /// As where a price falls between a question and its reply.
  @Test
  void aBillAboveTheWorstCaseCounts() {
    assertThat(charge(BILL - 1, BILLED)).isEqualTo(known(BILL, 0, 0));
  }

  @Test
  void nothingIsKnownWhereAPriceIsNot() {
    Attempt odd = attempt(Optional.of(new Usage(1, 0, 0, 0, 0)), Optional.of("somebody-else"));
    assertThat(charge(40_000, BROKEN, BILLED, odd)).isEqualTo(Charge.UNKNOWN);
    assertThat(Charge.of(List.of(BROKEN, BILLED), Optional.empty(), "unknown", PRICES, DAY))
        .isEqualTo(Charge.UNKNOWN);
    assertThat(Charge.of(List.of(BROKEN), Optional.empty(), "unknown", PRICES, DAY))
        .isEqualTo(Charge.UNKNOWN);
    assertThat(Charge.withoutBills(Optional.empty())).isEqualTo(Charge.UNKNOWN);
    assertThat(Charge.UNKNOWN.most()).isEmpty();
  }

  /// An attempt that was refused before a model ran costs nothing, whatever the model.
  @Test
  void nothingIsNothingWithoutAPrice() {
    assertThat(Charge.of(List.of(BROKEN), Optional.of(NanoDollars.ZERO), "unknown", PRICES, DAY))
        .isEqualTo(Charge.NOTHING);
  }

  private static Charge charge(long most, Attempt... attempts) {
    return Charge.of(
        List.of(attempts), Optional.of(new NanoDollars(most)), "claude-sonnet-5-5", PRICES, DAY);
  }

  private static Charge known(long cost, long saved, long unbilled) {
    return new Charge(
        Optional.of(new NanoDollars(cost)),
        Optional.of(new NanoDollars(saved)),
        new NanoDollars(unbilled));
  }

  private static Attempt attempt(Optional<Usage> usage, Optional<String> servedBy) {
    return new Attempt("complete", usage, Optional.empty(), servedBy, Duration.ZERO);
  }
}
