package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.AccountId;
import dev.spendlight.limit.Budget;
import dev.spendlight.limit.Budget.Booked;
import dev.spendlight.limit.Budget.Ledger;
import dev.spendlight.limit.Budget.Limits;
import dev.spendlight.limit.Budget.Open;
import dev.spendlight.limit.Budget.Paid;
import dev.spendlight.limit.Budget.Reservation;
import dev.spendlight.limit.Budget.Scope;
import dev.spendlight.limit.Budget.Spent;
import dev.spendlight.model.NanoDollars;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every `Budget` promises. An adapter's test extends this and says how to open one, which
/// goes by [#clock].
public abstract class BudgetContract {
  protected static final AccountId ACME = new AccountId("acme");
  protected static final AccountId OTHER = new AccountId("Ärzte: {x} \uD83D\uDE00");
  protected static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  protected static final Ledger NOTHING = day -> new Booked(List.of(), List.of());
  protected static final Reservation HELD = new Reservation.Held();
  private static final Reservation ACCOUNT_SPENT = new Reservation.Refused(Scope.ACCOUNT);
  private static final Reservation SERVICE_SPENT = new Reservation.Refused(Scope.SERVICE);
  private static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

  protected final FixedClock clock = FixedClock.at("2026-03-08T12:00:00Z");

  /// Opens a budget, the same store each time; the first one of a test knows nothing.
  protected abstract Budget open(Limits limits, Ledger ledger);

  protected static Limits limits(long account, long service) {
    return new Limits(Optional.of(nano(account)), Optional.of(nano(service)));
  }

  protected static NanoDollars nano(long value) {
    return new NanoDollars(value);
  }

  protected static Spent spent(long account, long service) {
    return new Spent(nano(account), nano(service));
  }

  @Test
  void whatIsSetAsideCountsUntilItIsSettledAndThenTheBill() {
    Budget budget = open(limits(100, 1000), NOTHING);
    assertThat(budget.spent(ACME)).isEqualTo(spent(0, 0));
    assertThat(budget.reserve("1", ACME, nano(60))).isEqualTo(HELD);
    assertThat(budget.reserve("2", OTHER, nano(7))).isEqualTo(HELD);
    assertThat(budget.spent(ACME)).isEqualTo(spent(60, 67));
    assertThat(budget.open())
        .containsExactly(
            new Open("1", ACME, TODAY, nano(60)), new Open("2", OTHER, TODAY, nano(7)));
    budget.settle("1", nano(25));
    assertThat(budget.spent(ACME)).isEqualTo(spent(25, 32));
    assertThat(budget.open()).containsExactly(new Open("2", OTHER, TODAY, nano(7)));
  }

  @Test
  void aLimitMayBeReachedAndNotPassed() {
    Budget budget = open(limits(100, 150), NOTHING);
    assertThat(budget.reserve("1", ACME, nano(40))).isEqualTo(HELD);
    assertThat(budget.reserve("2", ACME, nano(61))).isEqualTo(ACCOUNT_SPENT);
    assertThat(budget.reserve("2", ACME, nano(60))).isEqualTo(HELD);
    assertThat(budget.reserve("3", ACME, nano(1))).isEqualTo(ACCOUNT_SPENT);
    assertThat(budget.reserve("3", OTHER, nano(51))).isEqualTo(SERVICE_SPENT);
    assertThat(budget.reserve("3", OTHER, nano(50))).isEqualTo(HELD);
    assertThat(budget.spent(OTHER)).isEqualTo(spent(50, 150));
  }

  @Test
  void oneLimitMayBeAlone() {
    Budget account = open(new Limits(Optional.of(nano(10)), Optional.empty()), NOTHING);
    assertThat(account.reserve("1", ACME, nano(11))).isEqualTo(ACCOUNT_SPENT);
    assertThat(account.reserve("2", OTHER, nano(10))).isEqualTo(HELD);
    Budget service = open(new Limits(Optional.empty(), Optional.of(nano(40))), NOTHING);
    assertThat(service.reserve("3", ACME, nano(41))).isEqualTo(SERVICE_SPENT);
    assertThat(service.reserve("4", ACME, nano(30))).isEqualTo(HELD);
  }

  @Test
  void whatIsSetAsideIsRaisedAndNeverLowered() {
    Budget budget = open(limits(100, 1000), NOTHING);
    budget.reserve("1", ACME, nano(50));
    assertThat(budget.reserve("1", ACME, nano(80))).isEqualTo(HELD);
    assertThat(budget.spent(ACME)).isEqualTo(spent(80, 80));
    assertThat(budget.reserve("1", ACME, nano(30))).isEqualTo(HELD);
    assertThat(budget.spent(ACME)).isEqualTo(spent(80, 80));
    assertThat(budget.reserve("1", ACME, nano(101))).isEqualTo(ACCOUNT_SPENT);
    assertThat(budget.open()).containsExactly(new Open("1", ACME, TODAY, nano(80)));
    assertThat(budget.reserve("1", ACME, nano(100))).isEqualTo(HELD);
    budget.settle("1", nano(100));
    assertThat(budget.spent(ACME)).isEqualTo(spent(100, 100));
  }

  @Test
  void whatIsToldTwiceCountsOnceAndTheUnknownNothing() {
    Budget budget = open(limits(100, 1000), NOTHING);
    budget.reserve("1", ACME, nano(50));
    budget.settle("1", nano(20));
    budget.settle("1", nano(20));
    budget.settle("1", NanoDollars.ZERO);
    budget.settle("unknown", nano(5));
    assertThat(budget.spent(ACME)).isEqualTo(spent(20, 20));
    budget.reserve("2", ACME, nano(50));
    budget.settle("2", NanoDollars.ZERO);
    assertThat(budget.spent(ACME)).isEqualTo(spent(20, 20));
    assertThat(budget.open()).isEmpty();
  }

  @Test
  void everyDayHasItsOwnMoneyAndACallThatOfItsFirstDay() {
    Budget budget = open(limits(100, 100), NOTHING);
    budget.reserve("1", ACME, nano(50));
    budget.reserve("2", ACME, nano(50));
    clock.advance(Duration.ofHours(12));
    assertThat(budget.spent(ACME)).isEqualTo(spent(0, 0));
    assertThat(budget.reserve("3", ACME, nano(100))).isEqualTo(HELD);
    assertThat(budget.reserve("1", ACME, nano(51))).as("of yesterday").isEqualTo(ACCOUNT_SPENT);
    budget.settle("1", nano(10));
    assertThat(budget.spent(ACME)).isEqualTo(spent(100, 100));
    assertThat(budget.reserve("2", ACME, nano(90))).isEqualTo(HELD);
    assertThat(budget.open())
        .containsExactly(
            new Open("2", ACME, TODAY, nano(90)),
            new Open("3", ACME, TODAY.plusDays(1), nano(100)));
    clock.advance(Duration.ofDays(1));
    assertThat(budget.open()).containsExactly(new Open("3", ACME, TODAY.plusDays(1), nano(100)));
  }

  @Test
  void aStoreThatIsNewAsksTheLedgerOnceADay() {
    List<LocalDate> asked = new ArrayList<>();
    Ledger ledger =
        day -> {
          asked.add(day);
          return day.equals(TODAY)
              ? new Booked(
                  List.of(new Paid(ACME, nano(30)), new Paid(OTHER, nano(4))),
                  List.of(new Open("0", ACME, day, nano(50)), new Open("0b", OTHER, day, nano(3))))
              : new Booked(List.of(), List.of());
        };
    Budget budget = open(limits(100, 1000), ledger);
    assertThat(budget.reserve("1", ACME, nano(21))).isEqualTo(ACCOUNT_SPENT);
    assertThat(budget.reserve("1", ACME, nano(20))).isEqualTo(HELD);
    assertThat(budget.spent(ACME)).isEqualTo(spent(100, 107));
    assertThat(asked).containsExactly(TODAY);
    assertThat(budget.open())
        .containsExactly(
            new Open("0", ACME, TODAY, nano(50)),
            new Open("0b", OTHER, TODAY, nano(3)),
            new Open("1", ACME, TODAY, nano(20)));
    budget.settle("0", nano(1));
    assertThat(budget.spent(ACME)).isEqualTo(spent(51, 58));
    clock.advance(Duration.ofDays(1));
    assertThat(budget.reserve("2", ACME, nano(100))).isEqualTo(HELD);
    assertThat(budget.reserve("3", OTHER, nano(100))).isEqualTo(HELD);
    assertThat(asked).doesNotHaveDuplicates().endsWith(TODAY.plusDays(1));
  }

  @Test
  void manyThatComeFirstAskTheLedgerOnce() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Ledger ledger =
        day -> {
          asked.incrementAndGet();
          return new Booked(List.of(new Paid(ACME, nano(50))), List.of());
        };
    Budget budget = open(limits(100, 1000), ledger);
    List<Reservation> all =
        ManyThreads.run(40, i -> () -> budget.reserve("call " + i, ACME, nano(10)));
    assertThat(all.stream().filter(HELD::equals)).hasSize(5);
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatTheLedgerKnowsIsSeenBeforeAnythingIsReserved() {
    Ledger ledger =
        day ->
            new Booked(
                List.of(new Paid(ACME, nano(30))),
                List.of(new Open(day.toString(), ACME, day, nano(50))));
    Budget budget = open(limits(100, 1000), ledger);
    assertThat(budget.spent(ACME)).isEqualTo(spent(80, 80));
    assertThat(budget.open())
        .containsExactly(
            new Open("2026-03-07", ACME, TODAY.minusDays(1), nano(50)),
            new Open("2026-03-08", ACME, TODAY, nano(50)));
  }

  @Test
  void aLedgerThatCannotBeReadIsAskedAgain() {
    List<LocalDate> asked = new ArrayList<>();
    Ledger ledger =
        day -> {
          asked.add(day);
          if (asked.size() == 1) {
            throw new IllegalStateException("The ledger is shut.");
          }
          return new Booked(List.of(new Paid(ACME, nano(30))), List.of());
        };
    Budget budget = open(limits(100, 1000), ledger);
    assertThatThrownBy(() -> budget.reserve("1", ACME, nano(10))).hasMessage("The ledger is shut.");
    assertThat(budget.reserve("1", ACME, nano(10))).isEqualTo(HELD);
    assertThat(budget.spent(ACME)).isEqualTo(spent(40, 40));
  }

  @Test
  void amountsAreExactWhateverTheirSize() {
    Budget budget = open(NONE, NOTHING);
    long half = 1L << 51;
    budget.reserve("1".repeat(64), ACME, nano(half + 1));
    budget.reserve("2 : {} é", OTHER, nano(half - 3));
    assertThat(budget.spent(ACME)).isEqualTo(spent(half + 1, 2 * half - 2));
    budget.settle("1".repeat(64), nano(half - 1));
    assertThat(budget.spent(ACME)).isEqualTo(spent(half - 1, 2 * half - 4));
    assertThat(budget.open()).containsExactly(new Open("2 : {} é", OTHER, TODAY, nano(half - 3)));
  }

  @Test
  void neverMoreThanTheLimitsHoweverManyReserveAtOnce() throws Exception {
    Budget one = open(limits(500, 1500), NOTHING);
    Budget other = open(limits(500, 1500), NOTHING);
    // A budget that shares nothing with another would have to be one here.
    one.reserve("0", ACME, nano(1));
    boolean shared = other.spent(ACME).equals(spent(1, 1));
    one.settle("0", NanoDollars.ZERO);
    long seed = System.nanoTime();
    System.out.println("seed of the calls: " + seed);
    List<AccountId> accounts = List.of(ACME, OTHER, new AccountId("third"), new AccountId("4"));
    List<Long> bills =
        ManyThreads.run(
            60,
            i ->
                () -> {
                  Random random = new Random(seed + i);
                  Budget budget = shared && i % 2 == 0 ? other : one;
                  long billed = 0;
                  for (int round = 0; round < 8; round++) {
                    AccountId account = accounts.get(random.nextInt(accounts.size()));
                    String call = i + "-" + round;
                    long most = 1L + random.nextInt(200);
                    if (budget.reserve(call, account, nano(most)).equals(HELD)) {
                      if (budget.reserve(call, account, nano(most + 50)).equals(HELD)) {
                        most += 50;
                      }
                      Spent now = budget.spent(account);
                      assertThat(now.account()).isLessThanOrEqualTo(nano(500));
                      assertThat(now.service()).isLessThanOrEqualTo(nano(1500));
                      long bill = random.nextLong(most / 10 + 1);
                      budget.settle(call, nano(bill));
                      billed += bill;
                    }
                  }
                  return billed;
                });
    assertThat(one.open()).isEmpty();
    assertThat(one.spent(ACME).service().value())
        .isPositive()
        .isEqualTo(bills.stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void ofManyThatAskForTheLastMoneyAsManyHaveItAsItIsEnoughFor() throws Exception {
    Budget budget = open(limits(100, 1000), NOTHING);
    List<Reservation> all =
        ManyThreads.run(60, i -> () -> budget.reserve("call " + i, ACME, nano(30)));
    assertThat(all.stream().filter(HELD::equals)).hasSize(3);
    assertThat(budget.spent(ACME)).isEqualTo(spent(90, 90));
  }
}
