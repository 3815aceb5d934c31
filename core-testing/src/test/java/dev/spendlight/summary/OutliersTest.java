package dev.spendlight.summary;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.impressions;
import static dev.spendlight.testing.Amount.orders;
import static dev.spendlight.testing.Amount.sales;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spendlight.metric.Metric;
import dev.spendlight.testing.Amount;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.SampleDelivery;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// Campaigns far from the account.
class OutliersTest {
  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void aCampaignAtTwiceOrHalfOfTheAccountStandsOutAndOneInBetweenDoesNot() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Usual", row(90_000, 900, "900", 90, "9000"))
        .row("Dear", row(10_000, 100, "100", 10, "250"))
        .pulled("2026-03-08");
    assertThat(shop.summary().outliers())
        .extracting(
            each -> each.campaign().name(),
            AccountSummary.Outlier::metric,
            each -> each.value().toPlainString())
        .containsExactly(tuple("Dear", Metric.ACOS, "0.4"));
    assertThat(shop.summary().outliers().getFirst().account())
        .isBetween(new BigDecimal("0.108"), new BigDecimal("0.109"));
  }

  @Test
  void aCampaignWithLessThanAFiftiethOfTheSpendDoesNotCount() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Usual", row(90_000, 900, "980.10", 90, "9000"))
        .row("Small", row(10_000, 100, "19.90", 10, "10"))
        .pulled("2026-03-08");
    assertThat(shop.summary().outliers()).isEmpty();
  }

  @Test
  void conversionsOfACampaignWithTooFewClicksTellNothing() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Usual", row(90_000, 900, "900", 90, "9000"))
        .row("Young", row(2000, 25, "25", 0, "0"))
        .pulled("2026-03-08");
    assertThat(shop.summary().outliers()).isEmpty();
  }

  @Test
  void withoutADenominatorThereIsNothingToCompare() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Usual", row(9000, 90, "90", 9, "900"))
        .row("No sales", row(1000, 10, "10", 1, "0"))
        .pulled("2026-03-08");
    assertThat(shop.summary().outliers()).noneMatch(each -> each.metric() == Metric.ACOS);
  }

  @Test
  void thoseWithMostSpendComeFirstAndTenAreEnough() {
    SampleDelivery file = shop.daily(CAMPAIGN).day("2026-03-01");
    file.row("Usual", row(1_000_000, 10_000, "1000", 1000, "100000"));
    for (int i = 1; i <= 12; i++) {
      file.row("Dear " + i, row(5000, 50, (50 + i) + "", 5, "60"));
    }
    file.pulled("2026-03-08");
    assertThat(shop.summary().outliers())
        .hasSize(10)
        .extracting(each -> each.campaign().name())
        .as("ACOS and cost per click of each")
        .containsExactly(
            "Dear 12", "Dear 12", "Dear 11", "Dear 11", "Dear 10", "Dear 10", "Dear 9", "Dear 9",
            "Dear 8", "Dear 8");
  }

  private static Amount[] row(
      long impressions, long clicks, String spend, long orders, String sales) {
    return new Amount[] {
      impressions(impressions), clicks(clicks), spend(spend), orders(orders), sales(sales)
    };
  }
}
