package dev.spendlight.simulator;

import static dev.spendlight.simulator.Accounts.LAST_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountType;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RestatementTest {
  private static final DateRange WEEK = DateRange.ending(LAST_DAY, 7);

  @Test
  void cancelledOrdersAreTakenOutOfEarlierFigures() {
    SimulatedAccount account = account(Nature.orders(AccountType.SELLER, 0, 0.3, 0));
    long after = sum(account, Measure.ORDERS_7, 9);
    long later = sum(account, Measure.ORDERS_7, 60);
    assertThat((double) later / after).isBetween(0.6, 0.97);
  }

  @Test
  void invalidClicksAreTakenBackWithTheirPriceWithinThreeDays() {
    SimulatedAccount account = account(Nature.orders(AccountType.SELLER, 0, 0, 0.1));
    assertThat(ratio(account, Measure.CLICKS, 7, 1)).isBetween(0.87, 0.97);
    assertThat(ratio(account, Measure.SPEND, 7, 1)).isBetween(0.87, 0.97);
    assertThat(sum(account, Measure.CLICKS, 7)).isEqualTo(sum(account, Measure.CLICKS, 60));
    assertThat(sum(account, Measure.IMPRESSIONS, 1))
        .isEqualTo(sum(account, Measure.IMPRESSIONS, 60));
  }

  @Test
  void lateOrdersComeAfterTheWindowIsOver() {
    SimulatedAccount account = account(Nature.orders(AccountType.SELLER, 0.2, 0, 0));
    assertThat(ratio(account, Measure.ORDERS_7, 8, 60)).isBetween(0.7, 0.95);
  }

  @Test
  void aVendorsOrdersArriveOverFourteenDays() {
    SimulatedAccount account = account(Nature.orders(AccountType.VENDOR, 0, 0, 0));
    assertThat(ratio(account, Measure.ORDERS_14, 7, 60)).isBetween(0.8, 0.98);
    assertThat(ratio(account, Measure.ORDERS_14, 14, 60)).isEqualTo(1);
    assertThat(sum(account, Measure.ORDERS_7, 60)).isLessThan(sum(account, Measure.ORDERS_14, 60));
    assertThat(account.settings().type()).contains(AccountType.VENDOR);
  }

  private static SimulatedAccount account(OrderHabits orders) {
    return SimulatedAccount.of(
        Accounts.small()
            .withWeeklySpend(new BigDecimal("40000"))
            .withNature(Nature.withOrders(orders)),
        5);
  }

  private static double ratio(SimulatedAccount account, Measure measure, int age, int other) {
    return (double) sum(account, measure, age) / sum(account, measure, other);
  }

  /// Each day of the last week, as reports show it at that age.
  private static long sum(SimulatedAccount account, Measure measure, int age) {
    return WEEK.stream()
        .mapToLong(day ->
            Accounts.sum(
                account.rows(ReportKind.CAMPAIGN, DateRange.day(day), day.plusDays(age)), measure))
        .sum();
  }
}
