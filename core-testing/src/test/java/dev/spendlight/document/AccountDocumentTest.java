package dev.spendlight.document;

import static dev.spendlight.testing.Amount.clicks;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import dev.spendlight.report.ReportKind;
import dev.spendlight.testing.SampleAccount;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `account show --json` and `account list --json`.
class AccountDocumentTest {
  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void whatIsUnsetIsNull() {
    shop.set(AccountSettings.unset());
    assertThat(document())
        .hasToString(
            "{\"account\":\"shop\",\"currency\":null,\"timezone\":null,\"marketplace\":null,\"target_acos\":null,"
                + "\"margin\":null,\"type\":null,\"deliveries\":[],\"last_day\":null}");
  }

  @Test
  void theMarketplaceGivesCurrencyAndZoneUnlessTheyAreSet() {
    shop.set(
        AccountSettings.unset()
            .withMarketplace(Marketplace.DE)
            .withTargetAcos(new BigDecimal("0.30"))
            .withMargin(new BigDecimal("0.375"))
            .withType(AccountType.VENDOR));
    JsonNode document = document();
    assertThat(document.get("currency").textValue()).isEqualTo("EUR");
    assertThat(document.get("timezone").textValue()).isEqualTo("Europe/Berlin");
    assertThat(document.get("marketplace").textValue()).isEqualTo("DE");
    assertThat(document.get("target_acos").decimalValue()).isEqualTo(new BigDecimal("0.30"));
    assertThat(document.get("margin").decimalValue()).isEqualTo(new BigDecimal("0.375"));
    assertThat(document.get("type").textValue()).isEqualTo("vendor");
    shop.set(
        AccountSettings.unset()
            .withMarketplace(Marketplace.DE)
            .withZone(ZoneId.of("Europe/Vienna")));
    assertThat(document().get("timezone").textValue()).isEqualTo("Europe/Vienna");
  }

  @Test
  void everyDeliveryIsListedWithItsPullDay() {
    shop.daily(ReportKind.SEARCH_TERM)
        .day("2026-03-01")
        .row("Shoes", clicks(1))
        .day("2026-03-05")
        .row("Shoes", clicks(1))
        .pulled("2026-03-06");
    shop.range(ReportKind.CAMPAIGN, "2026-02-01", "2026-02-28")
        .row("Shoes", clicks(1))
        .pulled("2026-03-01");
    assertThat(document().get("deliveries"))
        .hasToString(
            "[{\"import\":1,\"pulled\":\"2026-03-06\",\"report\":\"search_term\",\"grain\":\"daily\",\"from\":\"2026-03-01\",\"to\":\"2026-03-05\"},"
                + "{\"import\":2,\"pulled\":\"2026-03-01\",\"report\":\"campaign\",\"grain\":\"range\",\"from\":\"2026-02-01\",\"to\":\"2026-02-28\"}]");
    assertThat(document().get("last_day").textValue()).isEqualTo("2026-03-05");
  }

  @Test
  void theListHasAnObjectForEachAccount() {
    assertThat(
            DocumentTree.of(
                AccountDocument.list(List.of(new AccountId("a"), new AccountId("b\"")))))
        .hasToString("{\"accounts\":[{\"account\":\"a\"},{\"account\":\"b\\\"\"}]}");
  }

  private JsonNode document() {
    return DocumentTree.of(
        AccountDocument.show(
            shop.id(),
            shop.store().settings(shop.id()).orElseThrow(),
            shop.store().deliveries(shop.id())));
  }
}
