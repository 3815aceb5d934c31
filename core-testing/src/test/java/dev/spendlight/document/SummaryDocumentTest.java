package dev.spendlight.document;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.impressions;
import static dev.spendlight.testing.Amount.orders;
import static dev.spendlight.testing.Amount.sales;
import static dev.spendlight.testing.Amount.spend;
import static dev.spendlight.testing.Amount.units;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.report.Measure;
import dev.spendlight.report.RowKey;
import dev.spendlight.testing.SampleAccount;
import org.junit.jupiter.api.Test;

/// `summary --json`.
class SummaryDocumentTest {
  private static final String[] METRICS = {
    "impressions",
    "clicks",
    "spend",
    "sales",
    "orders",
    "units",
    "acos",
    "ctr",
    "cvr",
    "cpc",
    "roas"
  };

  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void itHasTheFieldsOfTheContract() {
    shop.daily(CAMPAIGN)
        .day("2026-03-07")
        .row(
            RowKey.campaign("281474976710655999", "Shoes"),
            impressions(3000),
            clicks(7),
            spend("4.20"),
            sales("14.79"),
            orders(3),
            units(4))
        .pulled("2026-03-12");
    JsonNode document = document();
    assertThat(DocumentTree.fields(document))
        .containsExactly(
            "account",
            "as_of",
            "currency",
            "window",
            "report",
            "grain",
            "totals",
            "campaigns",
            "omitted",
            "outliers",
            "caveats");
    assertThat(document.get("account").textValue()).isEqualTo("shop");
    assertThat(document.get("as_of").textValue()).isEqualTo("2026-03-07");
    assertThat(document.get("currency").textValue()).isEqualTo("USD");
    assertThat(document.get("window"))
        .hasToString("{\"from\":\"2026-03-01\",\"to\":\"2026-03-07\",\"days\":7}");
    assertThat(document.get("report").textValue()).isEqualTo("campaign");
    assertThat(DocumentTree.fields(document.get("totals"))).containsExactly(METRICS);
    assertThat(document.get("totals"))
        .hasToString(
            "{\"impressions\":3000,\"clicks\":7,\"spend\":4.20,\"sales\":14.79,\"orders\":3,\"units\":4,"
                + "\"acos\":0.2839756592,\"ctr\":0.0023333333,\"cvr\":0.4285714286,\"cpc\":0.6,\"roas\":3.5214285714}");
    JsonNode campaign = document.get("campaigns").get(0);
    assertThat(DocumentTree.fields(campaign))
        .startsWith("campaign_id", "campaign_name")
        .endsWith(METRICS);
    assertThat(campaign.get("campaign_id").textValue())
        .as("ids are strings")
        .isEqualTo("281474976710655999");
    assertThat(document.get("omitted")).hasToString("{\"campaigns\":0,\"spend\":0.00}");
    assertThat(document.get("caveats").isArray()).isTrue();
  }

  @Test
  void whatIsAbsentIsNullAndNotLeftOut() {
    shop.set(AccountSettings.unset());
    shop.daily(CAMPAIGN)
        .carrying(Measure.CLICKS)
        .day("2026-03-07")
        .row("Shoes")
        .pulled("2026-03-12");
    JsonNode document = document();
    assertThat(document.get("currency").isNull()).isTrue();
    assertThat(document.get("totals"))
        .hasToString(
            "{\"impressions\":null,\"clicks\":0,\"spend\":null,\"sales\":null,\"orders\":null,\"units\":null,"
                + "\"acos\":null,\"ctr\":null,\"cvr\":null,\"cpc\":null,\"roas\":null}");
    assertThat(document.get("omitted").get("spend").isNull()).isTrue();
  }

  @Test
  void decimalsArePlainHoweverLargeOrSmall() {
    shop.daily(CAMPAIGN)
        .day("2026-03-07")
        .row(
            RowKey.campaign("1", "Shoes"),
            impressions(9_000_000_000L),
            clicks(1),
            spend("1000000000"),
            sales("0.000001"))
        .pulled("2026-03-12");
    String text = SummaryDocument.of(shop.summary());
    assertThat(text)
        .contains("\"spend\" : 1000000000.00")
        .contains("\"sales\" : 0.000001")
        .contains("\"acos\" : 1000000000000000")
        .contains("\"cpc\" : 1000000000")
        .doesNotContainPattern("[0-9][eE][+-]?[0-9]");
  }

  @Test
  void namesOfOthersAreQuotedWhateverTheyHold() {
    String name = "\"}],\n\\ \u0007 😀 日本 </script>";
    shop.daily(CAMPAIGN).day("2026-03-07").row(name, clicks(1)).pulled("2026-03-12");
    assertThat(document().get("campaigns").get(0).get("campaign_name").textValue()).isEqualTo(name);
  }

  private JsonNode document() {
    return DocumentTree.of(SummaryDocument.of(shop.summary()));
  }
}
