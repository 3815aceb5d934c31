package dev.spendlight.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.limit.Budget;
import dev.spendlight.limit.Budget.Booked;
import dev.spendlight.limit.Budget.Ledger;
import dev.spendlight.limit.Budget.Limits;
import dev.spendlight.limit.Budget.Open;
import dev.spendlight.limit.Budget.Paid;
import dev.spendlight.testing.BudgetContract;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisBudgetTest extends BudgetContract {
  @RegisterExtension private final SharedRedis shared = new SharedRedis();

  @Override
  protected Budget open(Limits limits, Ledger ledger) {
    return new RedisBudget(shared.redis(), clock::instant, limits, ledger);
  }

  @Test
  void aDayThatRedisLostIsCountedAgainFromTheLedger() {
    Ledger ledger =
        day -> new Booked(List.of(new Paid(ACME, nano(20))), List.of(open("2", 50, day)));
    Budget budget = open(limits(100, 1000), ledger);
    assertThat(budget.reserve("3", ACME, nano(30))).isEqualTo(HELD);
    shared.command(RedisCommands::flushall);
    assertThat(budget.spent(ACME)).isEqualTo(spent(70, 70));
    budget.settle("2", nano(10));
    budget.settle("3", nano(10));
    assertThat(budget.spent(ACME)).isEqualTo(spent(30, 30));
    shared.command(RedisCommands::flushall);
    assertThat(budget.reserve("4", ACME, nano(31))).isNotEqualTo(HELD);
  }

  @Test
  void ofTwoThatReadTheLedgerAtOnceTheFirstMakesTheDay() {
    Budget first = open(limits(100, 1000), NOTHING);
    Ledger slow =
        day -> {
          assertThat(first.reserve("1", ACME, nano(60))).isEqualTo(HELD);
          return new Booked(List.of(), List.of());
        };
    Budget second = open(limits(100, 1000), slow);
    assertThat(second.reserve("2", ACME, nano(41))).isNotEqualTo(HELD);
    assertThat(second.reserve("2", ACME, nano(40))).isEqualTo(HELD);
  }

  @Test
  void itGoesByTheClockOfTheServerAndKeepsADayForThree() {
    Budget budget = new RedisBudget(shared.redis(), limits(100, 1000), NOTHING);
    budget.reserve("1", ACME, nano(60));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(budget.open().getFirst().day()).isBetween(today.minusDays(1), today);
    assertThat(shared.keys()).allMatch(key -> key.startsWith("spendlight:{budget}:20"));
    shared.letPass(Duration.ofDays(3));
    assertThat(shared.keys()).isEmpty();
  }

  @Test
  void anAmountThatCannotBeCountedIsRefused() {
    Budget budget = open(limits(100, 1000), NOTHING);
    assertThatThrownBy(() -> budget.reserve("1", ACME, nano(1L << 53)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> budget.reserve("1", ACME, nano(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Open open(String call, long most, LocalDate day) {
    return new Open(call, ACME, day, nano(most));
  }
}
