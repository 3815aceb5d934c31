package dev.spendlight.summary;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.impressions;
import static dev.spendlight.testing.Amount.orders;
import static dev.spendlight.testing.Amount.sales;
import static dev.spendlight.testing.Amount.spend;
import static dev.spendlight.testing.Amount.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Marketplace;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.SampleDelivery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The sums of a week.
class SummariesTest {
  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void aWeekIsTheSevenDaysThatEndWithTheDay() {
    SampleDelivery file = shop.daily(CAMPAIGN);
    for (int day = 1; day <= 9; day++) {
      file.day("2026-03-0" + day).row("Shoes", clicks(1L << day));
    }
    file.pulled("2026-03-10");
    AccountSummary summary = shop.summary();
    assertThat(summary.window()).hasToString("2026-03-03..2026-03-09");
    assertThat(summary.totals().clicks()).contains(0b1111111000L);
    assertThat(shop.summary("2026-03-08").totals().clicks()).contains(0b0111111100L);
    assertThat(shop.summary("2026-03-02", "2026-03-03").totals().clicks()).contains(0b1100L);
  }

  @Test
  void ratiosAreRatiosOfSums() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Shoes", impressions(100), clicks(10), spend("10"), sales("20"), orders(1))
        .day("2026-03-02")
        .row("Shoes", impressions(900), clicks(10), spend("10"), sales("80"), orders(4))
        .pulled("2026-03-08");
    Metrics totals = shop.summary().totals();
    assertThat(totals.acos().orElseThrow()).isEqualByComparingTo("0.2");
    assertThat(totals.roas().orElseThrow()).isEqualByComparingTo("5");
    assertThat(totals.ctr().orElseThrow()).isEqualByComparingTo("0.02");
    assertThat(totals.cvr().orElseThrow()).isEqualByComparingTo("0.25");
    assertThat(totals.cpc().orElseThrow()).isEqualByComparingTo("1");
    assertThat(totals.aov().orElseThrow()).isEqualByComparingTo("20");
  }

  @Test
  void aRatioWithoutADenominatorIsAbsentAndNever0() {
    shop.daily(CAMPAIGN).day("2026-03-01").row("Shoes", spend("10")).pulled("2026-03-08");
    Metrics totals = shop.summary().totals();
    assertThat(totals.sales()).contains(new BigDecimal("0.00"));
    assertThat(totals.acos()).isEmpty();
    assertThat(totals.ctr()).isEmpty();
    assertThat(totals.cvr()).isEmpty();
    assertThat(totals.cpc()).isEmpty();
    assertThat(totals.aov()).isEmpty();
    assertThat(totals.roas())
        .as("0 sales on 10 spent is a ratio")
        .hasValueSatisfying(roas -> assertThat(roas).isZero());
  }

  @Test
  void figuresThatLookImpossibleAreKept() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Shoes", impressions(0), clicks(2), orders(5), sales("9.99"), units(7))
        .pulled("2026-03-08");
    Metrics totals = shop.summary().totals();
    assertThat(totals.cvr().orElseThrow()).isEqualByComparingTo("2.5");
    assertThat(totals.ctr()).isEmpty();
    assertThat(totals.units()).contains(7L);
  }

  @Test
  void amountsAreExactHoweverManyRowsTheyComeFrom() {
    SampleDelivery file = shop.daily(CAMPAIGN).day("2026-03-01");
    for (int i = 0; i < 10_000; i++) {
      file.row("Campaign " + i % 7, spend("0.1"), sales("0.000001"));
    }
    file.row("Large", spend("9007199254.740993")).pulled("2026-03-08");
    AccountSummary summary = shop.summary();
    assertThat(summary.totals().spend()).contains(new BigDecimal("9007200254.740993"));
    assertThat(summary.totals().sales()).contains(new BigDecimal("0.01"));
  }

  @Test
  void theFiftyCampaignsThatSpendMostAreListedAndTheOthersCounted() {
    List<Integer> spends = new ArrayList<>();
    for (int i = 1; i <= 53; i++) {
      spends.add(i);
    }
    long seed = 20260308;
    System.out.println("seed " + seed);
    Collections.shuffle(spends, new Random(seed));
    SampleDelivery file = shop.daily(CAMPAIGN).day("2026-03-01");
    spends.forEach(each -> file.row("Campaign " + each, spend(each + ".10")));
    file.pulled("2026-03-08");
    AccountSummary summary = shop.summary();
    assertThat(summary.campaigns()).hasSize(50);
    assertThat(summary.campaigns().getFirst().campaign().name()).isEqualTo("Campaign 53");
    assertThat(summary.campaigns().getLast().campaign().name()).isEqualTo("Campaign 4");
    assertThat(summary.campaigns())
        .extracting(each -> each.metrics().spend().orElseThrow())
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(summary.omitted().campaigns()).isEqualTo(3);
    assertThat(summary.omitted().spend()).contains(new BigDecimal("6.30"));
    assertThat(summary.totals().spend()).contains(new BigDecimal("1436.30"));
  }

  @Test
  void nothingOmittedIsNoneAndNothing() {
    shop.daily(CAMPAIGN).day("2026-03-01").row("Shoes", spend("1")).pulled("2026-03-08");
    assertThat(shop.summary().omitted())
        .isEqualTo(new AccountSummary.Omitted(0, Optional.of(new BigDecimal("0.00"))));
  }

  @Test
  void tiesGoByTheOtherSumsAndThenByIdNeverByName() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row(RowKey.campaign("4", "A"), spend("5"), clicks(1))
        .row(RowKey.campaign("3", "B"), spend("5"), clicks(2))
        .row(RowKey.campaign("2", "C"), spend("5"), clicks(1))
        .row(RowKey.campaign("1", "D"), spend("6"))
        .pulled("2026-03-08");
    assertThat(shop.summary().campaigns())
        .extracting(each -> each.campaign().id())
        .containsExactly("1", "3", "2", "4");
  }

  @Test
  void anyRenamingKeepsTheOrderOfCampaignsWithoutIds() {
    assertThat(clicksInOrder("Alpha", "Beta", "Gamma"))
        .isEqualTo(clicksInOrder("Zulu", "Yankee", "Xray"));
  }

  private static List<Long> clicksInOrder(String one, String two, String three) {
    SampleAccount account = SampleAccount.shop();
    account
        .daily(CAMPAIGN)
        .day("2026-03-01")
        .row(one, spend("5"), clicks(11))
        .row(two, spend("5"), clicks(12))
        .row(three, spend("5"), clicks(13))
        .pulled("2026-03-08");
    return account.summary().campaigns().stream()
        .map(each -> each.metrics().clicks().orElseThrow())
        .toList();
  }

  @Test
  void withoutSpendCampaignsGoByClicksAndOmittedSpendIsAbsent() {
    SampleDelivery file = shop.daily(CAMPAIGN).carrying(Measure.CLICKS).day("2026-03-01");
    for (int i = 1; i <= 51; i++) {
      file.row("Campaign " + i, clicks(i));
    }
    file.pulled("2026-03-08");
    AccountSummary summary = shop.summary();
    assertThat(summary.campaigns().getFirst().campaign().name()).isEqualTo("Campaign 51");
    assertThat(summary.omitted()).isEqualTo(new AccountSummary.Omitted(1, Optional.empty()));
  }

  @Test
  void rowsOfFinerReportsAreSummedToCampaigns() {
    shop.daily(ReportKind.SEARCH_TERM)
        .day("2026-03-01")
        .row(RowKey.campaign("1", "Shoes").withSearchTerm("red"), spend("1"))
        .row(RowKey.campaign("1", "Shoes").withSearchTerm("red"), spend("2"))
        .row(RowKey.campaign("1", "Shoes").withSearchTerm("blue"), spend("4"))
        .pulled("2026-03-08");
    assertThat(shop.summary().campaigns())
        .singleElement()
        .satisfies(each -> assertThat(each.metrics().spend()).contains(new BigDecimal("7.00")));
  }

  @Test
  void theCurrencyIsTheAccountsElseItsMarketplacesElseACaveatAsksForIt() {
    shop.daily(CAMPAIGN).day("2026-03-01").row("Shoes", spend("1")).pulled("2026-03-08");
    assertThat(shop.summary().currency()).map(Object::toString).contains("USD");
    shop.set(AccountSettings.unset().withMarketplace(Marketplace.JP));
    assertThat(shop.summary().currency()).map(Object::toString).contains("JPY");
    assertThat(shop.summary().caveats()).noneMatch(each -> each.contains("currency"));
    shop.set(AccountSettings.unset());
    assertThat(shop.summary().currency()).isEmpty();
    assertThat(shop.summary().caveats())
        .contains("No file told the currency; set it with account set --currency.");
  }

  @Test
  void youngDaysAreSummedAsReportedAndACaveatNamesThem() {
    shop.daily(CAMPAIGN)
        .day("2026-03-04")
        .row("Shoes", orders(1))
        .day("2026-03-05")
        .row("Shoes", orders(2))
        .day("2026-03-06")
        .row("Shoes", orders(4))
        .day("2026-03-07")
        .row("Shoes", orders(8))
        .pulled("2026-03-08");
    assertThat(shop.summary().totals().orders()).contains(15L);
    assertThat(shop.summary().caveats())
        .contains(
            "Orders and sales of 2026-03-06 to 2026-03-07 are not complete yet: the report was pulled less than 3 days later.");
    shop.daily(CAMPAIGN)
        .day("2026-03-06")
        .row("Shoes", orders(4))
        .day("2026-03-07")
        .row("Shoes", orders(9))
        .pulled("2026-03-20");
    assertThat(shop.summary().caveats()).noneMatch(each -> each.contains("not complete yet"));
    assertThat(shop.summary("2026-03-07").caveats())
        .anyMatch(each -> each.contains("not complete yet"));
  }
}
