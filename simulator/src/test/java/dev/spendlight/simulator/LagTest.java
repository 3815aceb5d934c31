package dev.spendlight.simulator;

import static dev.spendlight.simulator.Accounts.LAST_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class LagTest {
  private static final double[] COMPLETENESS = {0.60, 0.74, 0.82, 0.88, 0.93, 0.97, 1.0};

  private final SimulatedAccount account =
      SimulatedAccount.of(Accounts.small().withWeeklySpend(new BigDecimal("40000")), 5);

  @Test
  void ordersArriveOverSevenMorningsAndClicksAtOnce() {
    long[] visible = new long[8];
    long[] clicks = new long[8];
    for (Iterator<SimulatedDay> days = account.days(); days.hasNext(); ) {
      SimulatedDay day = days.next();
      for (int age = 1; age <= 7; age++) {
        var rows = day.rows(ReportKind.CAMPAIGN, day.day().plusDays(age));
        visible[age] += Accounts.sum(rows, Measure.ORDERS_7);
        clicks[age] += Accounts.sum(rows, Measure.CLICKS);
      }
    }
    for (int age = 1; age <= 7; age++) {
      assertThat(clicks[age]).isEqualTo(clicks[7]).isPositive();
      assertThat((double) visible[age] / visible[7]).isCloseTo(COMPLETENESS[age - 1], within(0.03));
    }
  }

  @Test
  void theLastWeekGrowsUntilTheNextAndThenStays() {
    DateRange week = DateRange.ending(LAST_DAY, 7);
    long first = orders(week, LAST_DAY.plusDays(1));
    long later = orders(week, LAST_DAY.plusDays(8));
    assertThat(first).isLessThan(later);
    assertThat(orders(week, LAST_DAY.plusDays(40))).isEqualTo(later);
  }

  @Test
  void aDayThatIsNotOverHasNoRows() {
    assertThat(account.rows(ReportKind.CAMPAIGN, DateRange.day(LAST_DAY), LAST_DAY)).isEmpty();
  }

  private long orders(DateRange period, LocalDate pulled) {
    return Accounts.sum(account.rows(ReportKind.TARGETING, period, pulled), Measure.ORDERS_7);
  }
}
