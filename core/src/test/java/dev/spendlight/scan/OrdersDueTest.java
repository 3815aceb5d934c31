package dev.spendlight.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.MatchType;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.HistoryRows;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrdersDueTest {
  private static final int DAYS = 70;

  private final HistoryRows rows = new HistoryRows(ReportKind.TARGETING, DAYS);

  private void target(
      String campaign, String id, int fromDay, int untilDay, int clicks, int orders) {
    for (int day = fromDay; day < untilDay; day++) {
      row(campaign, id, day, clicks, orders);
    }
  }

  private void row(String campaign, String id, int day, int clicks, int orders) {
    RowKey key =
        RowKey.target(campaign, "", campaign + ".a", "", id, "keyword " + id, MatchType.BROAD);
    rows.row(key, day, 10L * clicks, clicks, orders, 0, 0);
  }

  private OrdersDue orders() {
    return OrdersDue.of(rows.history(), SyntheticAccount.CURVE);
  }

  private static int unit(OrdersDue orders, String id) {
    return IntStream.range(0, orders.history().units().size())
        .filter(unit -> orders.history().units().get(unit).id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double rate(OrdersDue orders, String id) {
    return orders.rate(unit(orders, id));
  }

  private static double due(OrdersDue orders, String id, int from, int until) {
    AccountHistory history = orders.history();
    int unit = unit(orders, id);
    return IntStream.range(history.start(unit), history.start(unit + 1))
        .filter(row -> history.day(row) >= from && history.day(row) < until)
        .mapToDouble(row -> orders.due(unit, row))
        .sum();
  }

  @Test
  void aTargetWithManyClicksIsDueItsOwnRateAndOneWithFewThatOfItsCampaign() {
    target("shoes", "busy", 0, DAYS, 100, 10);
    target("shoes", "poor", 0, DAYS, 100, 2);
    target("shoes", "new", DAYS - 1, DAYS, 5, 0);
    target("hats", "other", 0, DAYS, 100, 40);
    OrdersDue orders = orders();
    assertThat(rate(orders, "busy")).isCloseTo(0.1, within(0.002));
    assertThat(rate(orders, "poor")).isCloseTo(0.02, within(0.002));
    assertThat(rate(orders, "new"))
        .as("near the 6% of its campaign, far from the 17% of the account")
        .isBetween(0.045, 0.065);
  }

  @Test
  void anAccountWithoutOrdersIsDueNone() {
    target("shoes", "busy", 0, DAYS, 100, 0);
    assertThat(due(orders(), "busy", 0, DAYS)).isZero();
  }

  @Test
  void aDayOfTheWeekThatConvertsTwiceAsWellIsDueMore() {
    for (int day = 0; day < DAYS; day++) {
      row("shoes", "busy", day, 1000, day % 7 == 2 ? 200 : 100);
    }
    OrdersDue orders = orders();
    double usual = due(orders, "busy", 50, 51);
    double strong = due(orders, "busy", 51, 52);
    assertThat(51 % 7).isEqualTo(2);
    assertThat(strong / usual).as("2, less what little evidence takes").isBetween(1.7, 2.0);
    assertThat(due(orders, "busy", 0, DAYS))
        .as("all in all the orders that there were")
        .isCloseTo(8000, within(80.0));
  }

  @Test
  void chanceDaysMakeNoWeek() {
    for (int day = 0; day < DAYS; day++) {
      row("shoes", "small", day, 10, day == 9 ? 3 : 1);
    }
    OrdersDue orders = orders();
    assertThat(due(orders, "small", 9, 10) / due(orders, "small", 10, 11)).isBetween(1.0, 1.02);
  }

  @Test
  void youngDaysAreDueWhatCanHaveArrived() {
    target("shoes", "busy", 0, DAYS, 100, 10);
    rows.pulledAt(1);
    OrdersDue orders = orders();
    assertThat(orders.lastJudged()).isEqualTo(DAYS - 1);
    assertThat(orders.lastMature()).isEqualTo(DAYS - 3);
    double settled = orders.rate(0) * 100;
    // Day by day the factor of its day of the week is the same: compare with a week before.
    for (int age = 1; age <= 7; age++) {
      int day = DAYS - age;
      assertThat(due(orders, "busy", day, day + 1) / due(orders, "busy", day - 7, day - 6))
          .as("age %d", age)
          .isCloseTo(SyntheticAccount.CURVE.at(age), within(1e-9));
      assertThat(orders.share(day)).isEqualTo(SyntheticAccount.CURVE.at(age));
    }
    assertThat(due(orders, "busy", 30, 31)).isCloseTo(settled, within(0.03 * settled));
  }

  @Test
  void whatIsDueOnceAllHasArrivedDoesNotDependOnAge() {
    target("shoes", "busy", 0, DAYS, 100, 10);
    rows.pulledAt(1);
    OrdersDue orders = orders();
    int last = orders.history().start(1) - 1;
    assertThat(orders.due(0, last)).isLessThan(orders.due(0, last - 7));
    assertThat(orders.complete(0, last)).isCloseTo(orders.complete(0, last - 7), within(1e-9));
  }

  @Test
  void daysThatWereNotDeliveredAreNotJudged() {
    target("shoes", "busy", 0, DAYS - 1, 100, 10);
    rows.without(DAYS - 1);
    OrdersDue orders = orders();
    assertThat(orders.isJudged(DAYS - 1)).isFalse();
    assertThat(orders.lastJudged()).isEqualTo(DAYS - 2);
    rows.without(20);
    assertThat(orders().isJudged(20)).isFalse();
  }

  @Test
  void nothingIsMatureInAnAccountWithoutOldDays() {
    OrdersDue orders =
        OrdersDue.of(
            new HistoryRows(ReportKind.TARGETING, 2).pulledAt(1).history(), SyntheticAccount.CURVE);
    assertThat(orders.lastJudged()).isEqualTo(1);
    assertThat(orders.lastMature()).isEqualTo(-1);
  }

  @Test
  void aDayThatIsStillRunningIsNotJudged() {
    OrdersDue orders =
        OrdersDue.of(
            new HistoryRows(ReportKind.TARGETING, DAYS).pulledAt(0).history(),
            SyntheticAccount.CURVE);
    assertThat(orders.isJudged(DAYS - 1)).isFalse();
    assertThat(orders.lastJudged()).isEqualTo(DAYS - 2);
  }

  @Test
  void fewerClicksOnTermsThatConvertWellLowerWhatIsDue() {
    // 0.4 on 50 clicks and 0.05 on 50 before; 10 and 90 in the last two weeks.
    target("shoes", "brand", 0, 56, 50, 20);
    target("shoes", "brand", 56, DAYS, 10, 4);
    target("shoes", "generic", 0, 56, 40, 2);
    target("shoes", "generic", 56, DAYS, 80, 4);
    OrdersDue orders = orders();
    double before = due(orders, "brand", 42, 56) + due(orders, "generic", 42, 56);
    double after = due(orders, "brand", 56, DAYS) + due(orders, "generic", 56, DAYS);
    assertThat(before).isCloseTo(14 * 22.0, within(8.0));
    assertThat(after).as("8 a day").isCloseTo(14 * 8.0, within(5.0));
  }

  @Test
  void cancelledOrdersAreNoNegativeRate() {
    target("shoes", "busy", 0, DAYS, 100, 10);
    target("shoes", "odd", 0, DAYS, 10, -1);
    OrdersDue orders = orders();
    assertThat(rate(orders, "odd")).isPositive();
    assertThat(rate(orders, "busy")).isCloseTo(0.1, within(0.002));
  }
}
