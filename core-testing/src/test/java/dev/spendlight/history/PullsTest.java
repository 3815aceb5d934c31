package dev.spendlight.history;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.orders;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.metric.DateRange;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.testing.InMemoryPerformanceStore;
import dev.spendlight.testing.SampleAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which pull answers for a day.
class PullsTest {
  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void theNewestPullUpToTheMorningAfterTheDayCounts() {
    pull("2026-03-06", "2026-03-05", 1);
    pull("2026-03-07", "2026-03-05", 2);
    pull("2026-03-08", "2026-03-05", 4);
    pull("2026-03-09", "2026-03-05", 8);
    pull("2026-03-09", "2026-03-08", 100);
    assertThat(orderCount(shop.summary("2026-03-05"))).isEqualTo(1);
    assertThat(orderCount(shop.summary("2026-03-06"))).isEqualTo(2);
    assertThat(orderCount(shop.summary("2026-03-07"))).isEqualTo(4);
    assertThat(orderCount(shop.summary("2026-03-08"))).isEqualTo(108);
  }

  @Test
  void whereNoPullWasThereInTimeTheOldestLaterOneCountsAndACaveatSaysSo() {
    pull("2026-03-20", "2026-03-05", 20);
    pull("2026-03-10", "2026-03-05", 10);
    pull("2026-03-30", "2026-03-05", 30);
    AccountSummary summary = shop.summary("2026-03-05");
    assertThat(orderCount(summary)).isEqualTo(10);
    assertThat(summary.caveats())
        .anyMatch(each -> each.startsWith("1 day was pulled after 2026-03-06"));
  }

  @Test
  void eachDayIsPreferredForItself() {
    pull("2026-03-05", "2026-03-04", 1);
    pull("2026-03-09", "2026-03-04", 10);
    pull("2026-03-09", "2026-03-05", 100);
    AccountSummary summary = shop.summary("2026-03-05");
    assertThat(orderCount(summary)).isEqualTo(101);
    assertThat(summary.caveats()).anyMatch(each -> each.startsWith("1 day was pulled after"));
  }

  @Test
  void aPullInTimeBringsNoCaveatOfLateness() {
    pull("2026-03-06", "2026-03-05", 1);
    assertThat(shop.summary("2026-03-05").caveats())
        .noneMatch(each -> each.contains("pulled after"));
    assertThat(shop.summary().caveats()).noneMatch(each -> each.contains("pulled after"));
  }

  @Test
  void withoutADayTheLastDayWithDataAndTheNewestPullCount() {
    pull("2026-03-06", "2026-03-05", 1);
    pull("2026-04-30", "2026-03-05", 7);
    AccountSummary summary = shop.summary();
    assertThat(summary.asOf()).isEqualTo("2026-03-05");
    assertThat(orderCount(summary)).isEqualTo(7);
    assertThat(shop.view().asOf().asked()).isFalse();
  }

  @Test
  void twoPullsOfTheSameDaysAreBothRightOnTheirOwnMorning() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Shoes", clicks(10), spend("4.00"), orders(0))
        .day("2026-03-02")
        .row("Shoes", clicks(20), spend("8.00"), orders(1))
        .pulled("2026-03-03");
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Shoes", clicks(10), spend("4.00"), orders(2))
        .day("2026-03-02")
        .row("Shoes", clicks(19), spend("7.60"), orders(3))
        .day("2026-03-03")
        .row("Shoes", clicks(30), spend("9.00"), orders(1))
        .pulled("2026-03-04");
    assertThat(orderCount(shop.summary("2026-03-02"))).isEqualTo(1);
    assertThat(shop.summary("2026-03-02").totals().spend()).contains(new BigDecimal("12.00"));
    assertThat(orderCount(shop.summary("2026-03-03"))).isEqualTo(6);
    assertThat(shop.summary("2026-03-03").totals().spend()).contains(new BigDecimal("20.60"));
  }

  @Test
  void aLaterPullReplacesTheDaysItHoldsAndNoOthers() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Shoes", orders(1))
        .row("Hats", orders(2))
        .day("2026-03-02")
        .row("Shoes", orders(4))
        .pulled("2026-03-03");
    shop.daily(CAMPAIGN).day("2026-03-01").row("Shoes", orders(10)).pulled("2026-03-05");
    assertThat(orderCount(shop.summary())).isEqualTo(14);
  }

  @Test
  void filesOfOneCommandAddUp() {
    shop.pulled(
        "2026-03-03",
        shop.daily(CAMPAIGN).day("2026-03-01").row("Shoes", orders(1)).row("Hats", orders(2)),
        shop.daily(CAMPAIGN)
            .day("2026-03-01")
            .row("Shoes", orders(4))
            .day("2026-03-02")
            .row("Hats", orders(8)));
    assertThat(orderCount(shop.summary())).isEqualTo(15);
  }

  @Test
  void ofOnePullDayTheLaterCommandCounts() {
    pull("2026-03-06", "2026-03-05", 1);
    pull("2026-03-06", "2026-03-05", 2);
    assertThat(orderCount(shop.summary())).isEqualTo(2);
    assertThat(orderCount(shop.summary("2026-03-05"))).isEqualTo(2);
  }

  @Test
  void daysAfterTheDayNeverCount() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Shoes", orders(1))
        .day("2026-03-02")
        .row("Shoes", orders(2))
        .day("2026-03-03")
        .row("Shoes", orders(4))
        .pulled("2026-03-04");
    assertThat(orderCount(shop.summary("2026-03-02"))).isEqualTo(3);
    AccountView view = shop.view("2026-03-02");
    DateRange week = DateRange.ending(LocalDate.of(2026, 3, 3), 7);
    assertThat(view.coverages(week).getFirst().pulls().lastKey()).isEqualTo("2026-03-02");
  }

  @Test
  void aDayBeyondTheDataIsAnErrorThatNamesTheLastDay() {
    pull("2026-03-06", "2026-03-05", 1);
    assertThatThrownBy(() -> shop.view("2026-03-06"))
        .isInstanceOf(UnanswerableException.class)
        .hasMessage(
            "Account shop has no data for 2026-03-06; its last day with data is 2026-03-05.");
  }

  @Test
  void aDayBeforeTheDataIsAnErrorThatNamesTheFirstDay() {
    pull("2026-03-06", "2026-03-05", 1);
    shop.range(CAMPAIGN, "2026-02-01", "2026-02-28").row("Shoes", orders(9)).pulled("2026-03-01");
    assertThatThrownBy(() -> shop.view("2026-02-27"))
        .isInstanceOf(UnanswerableException.class)
        .hasMessage(
            "Account shop has no data up to 2026-02-27; the first day it can be asked for is 2026-02-28.");
    assertThat(shop.view("2026-02-28").asOf().day()).isEqualTo("2026-02-28");
  }

  @Test
  void anAccountWithoutDataAndAnUnknownOneAreErrorsThatSayWhatToDo() {
    assertThatThrownBy(shop::view)
        .isInstanceOf(UnanswerableException.class)
        .hasMessage("Account shop has no data yet; import a report first.");
    assertThatThrownBy(() -> AccountView.open(shop.store(), new AccountId("shp"), Optional.empty()))
        .isInstanceOf(UnanswerableException.class)
        .hasMessage("There is no account shp; known are shop.");
    assertThatThrownBy(
            () -> AccountView.open(new InMemoryPerformanceStore(), shop.id(), Optional.empty()))
        .hasMessage("There is no account shop, nor any other; import a report first.");
    for (String more : new String[] {"a", "b", "c", "d", "e", "f"}) {
      shop.store().save(new AccountId(more), AccountSettings.unset());
    }
    assertThatThrownBy(() -> AccountView.open(shop.store(), new AccountId("shp"), Optional.empty()))
        .hasMessage("There is no account shp; known are a, b, c, d, e and 2 more.");
  }

  @Test
  void aDaysAgeIsThePullDayMinusThatDay() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Shoes", orders(1))
        .day("2026-03-05")
        .row("Shoes", orders(1))
        .pulled("2026-03-06");
    Coverage coverage = shop.summary().coverage();
    assertThat(coverage.age(LocalDate.of(2026, 3, 5))).isEqualTo(1);
    assertThat(coverage.age(LocalDate.of(2026, 3, 1))).isEqualTo(5);
    assertThatThrownBy(() -> coverage.age(LocalDate.of(2026, 3, 2)))
        .hasMessage("2026-03-02 is not covered by the campaign report");
  }

  private void pull(String pulled, String day, long orders) {
    shop.daily(CAMPAIGN).day(day).row("Shoes", orders(orders)).pulled(pulled);
  }

  private static long orderCount(AccountSummary summary) {
    return summary.totals().orders().orElseThrow();
  }
}
