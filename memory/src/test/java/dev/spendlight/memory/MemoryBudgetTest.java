package dev.spendlight.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.limit.Budget;
import dev.spendlight.testing.BudgetContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest extends BudgetContract {
  @Override
  protected Budget open(Budget.Limits limits, Budget.Ledger ledger) {
    return new MemoryBudget(limits, ledger, clock);
  }

  @Test
  void aClockThatStepsBackOverMidnightForgetsNothing() {
    Budget budget = open(limits(100, 100), NOTHING);
    budget.reserve("1", ACME, nano(60));
    clock.advance(Duration.ofHours(12));
    budget.reserve("2", ACME, nano(70));
    clock.advance(Duration.ofHours(-12));
    assertThat(budget.spent(ACME)).isEqualTo(spent(60, 60));
    clock.advance(Duration.ofHours(12));
    assertThat(budget.spent(ACME)).isEqualTo(spent(70, 70));
  }
}
