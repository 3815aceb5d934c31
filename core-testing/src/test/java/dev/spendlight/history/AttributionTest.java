package dev.spendlight.history;

import static dev.spendlight.metric.AttributionWindow.DAYS_1;
import static dev.spendlight.metric.AttributionWindow.DAYS_14;
import static dev.spendlight.metric.AttributionWindow.DAYS_30;
import static dev.spendlight.metric.AttributionWindow.DAYS_7;
import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.orders;
import static dev.spendlight.testing.Amount.sales;
import static dev.spendlight.testing.Amount.spend;
import static dev.spendlight.testing.Amount.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.Measure;
import dev.spendlight.testing.Amount;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.SampleDelivery;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// Within how many days of a click an order counts.
class AttributionTest {
  private static final Amount[] ALL = {
    clicks(100),
    spend("50"),
    sales(DAYS_1, "1"),
    sales(DAYS_7, "7"),
    sales(DAYS_14, "14"),
    sales(DAYS_30, "30"),
    orders(DAYS_1, 1),
    orders(DAYS_7, 7),
    orders(DAYS_14, 14),
    orders(DAYS_30, 30),
    units(DAYS_1, 1),
    units(DAYS_7, 7),
    units(DAYS_14, 14),
    units(DAYS_30, 30)
  };

  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void aSellerCountsSevenDaysAndAVendorFourteen() {
    day("2026-03-07").carrying(Measure.values()).row("Shoes", ALL).pulled("2026-03-08");
    as(AccountType.SELLER);
    assertThat(totals().orders()).contains(7L);
    assertThat(totals().units()).contains(7L);
    assertThat(totals().sales()).contains(new BigDecimal("7.00"));
    as(AccountType.VENDOR);
    assertThat(totals().orders()).contains(14L);
    assertThat(totals().units()).contains(14L);
    assertThat(totals().sales()).contains(new BigDecimal("14.00"));
  }

  @Test
  void unsetItIsSevenWhereTheFilesCarryThatElseFourteen() {
    fourteen("2026-03-06").pulled("2026-03-08");
    assertThat(shop.view().attribution()).isEqualTo(DAYS_14);
    assertThat(totals().orders()).contains(2L);
    day("2026-03-07").row("Shoes", orders(1)).pulled("2026-03-08");
    assertThat(shop.view().attribution()).isEqualTo(DAYS_7);
  }

  @Test
  void oneAndThirtyDaysAreStoredAndNeverUsed() {
    day("2026-03-07")
        .carrying(
            Measure.CLICKS,
            Measure.SPEND,
            Measure.SALES_1,
            Measure.ORDERS_1,
            Measure.UNITS_1,
            Measure.SALES_30,
            Measure.ORDERS_30,
            Measure.UNITS_30)
        .row("Shoes", ALL)
        .pulled("2026-03-08");
    assertThat(totals().spend()).contains(new BigDecimal("50.00"));
    assertThat(totals().sales()).isEmpty();
    assertThat(totals().orders()).isEmpty();
    assertThat(totals().units()).isEmpty();
    assertThat(totals().acos()).isEmpty();
    assertThat(shop.summary().caveats())
        .contains(
            "The campaign report has no sales within 7 days of a click, only other windows, which are never mixed; see account set --type.");
  }

  @Test
  void windowsAreNeverMixedWithinAWindowOfDays() {
    as(AccountType.SELLER);
    fourteen("2026-03-06").pulled("2026-03-08");
    day("2026-03-07").row("Shoes", orders(1), sales("10")).pulled("2026-03-08");
    assertThat(totals().orders()).as("a total that lacks a day is not known").isEmpty();
    assertThat(totals().sales()).isEmpty();
    assertThat(totals().clicks()).contains(5L);
  }

  @Test
  void filesOfOneCommandCarryTogetherWhatEachOfThemCarries() {
    as(AccountType.SELLER);
    shop.pulled("2026-03-08", fourteen("2026-03-06"), day("2026-03-07").row("Shoes", orders(1)));
    assertThat(totals().orders()).isEmpty();
  }

  @Test
  void theAccountsWindowStaysThoughTheFilesCarryTheOther() {
    as(AccountType.SELLER);
    fourteen("2026-03-07").pulled("2026-03-08");
    assertThat(totals().orders()).isEmpty();
    as(AccountType.VENDOR);
    assertThat(totals().orders()).contains(2L);
  }

  @Test
  void aMetricThatAReportDoesNotCarryIsAbsentAndNever0() {
    day("2026-03-07")
        .carrying(Measure.CLICKS, Measure.SPEND)
        .row("Shoes", clicks(3))
        .pulled("2026-03-08");
    Metrics totals = totals();
    assertThat(totals.spend())
        .as("carried, and nothing was spent")
        .contains(new BigDecimal("0.00"));
    assertThat(totals.impressions()).isEmpty();
    assertThat(totals.sales()).isEmpty();
    assertThat(totals.orders()).isEmpty();
    assertThat(totals.units()).isEmpty();
    assertThat(totals.ctr()).isEmpty();
    assertThat(totals.cvr()).isEmpty();
    assertThat(shop.summary().caveats())
        .contains("The campaign report has no sales, so ACOS and ROAS are unknown.");
  }

  private SampleDelivery day(String date) {
    return shop.daily(CAMPAIGN).day(date);
  }

  private SampleDelivery fourteen(String date) {
    return day(date)
        .carrying(
            Measure.CLICKS, Measure.SPEND, Measure.SALES_14, Measure.ORDERS_14, Measure.UNITS_14)
        .row("Shoes", clicks(5), orders(DAYS_14, 2), sales(DAYS_14, "20"));
  }

  private void as(AccountType type) {
    shop.set(AccountSettings.unset().withType(type));
  }

  private Metrics totals() {
    return shop.summary().totals();
  }
}
