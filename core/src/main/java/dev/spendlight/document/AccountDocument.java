package dev.spendlight.document;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Marketplace;
import dev.spendlight.report.Delivery;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `account list --json` and `account show --json`, described by `accounts.schema.json` and
/// `account.schema.json`.
public final class AccountDocument {
  private AccountDocument() {}

  public static String list(List<AccountId> accounts) {
    return Json.object(json ->
        json.objects(
            "accounts", accounts, (fields, account) -> fields.text("account", account.value())));
  }

  public static String show(
      AccountId account, AccountSettings settings, List<Delivery> deliveries) {
    return Json.object(json ->
        json.text("account", account.value())
            .text("currency", settings.effectiveCurrency().map(Currency::getCurrencyCode))
            .text(
                "timezone",
                settings
                    .zone()
                    .or(() -> settings.marketplace().map(Marketplace::zone))
                    .map(ZoneId::getId))
            .text("marketplace", settings.marketplace().map(Enum::name))
            .decimal("target_acos", settings.targetAcos())
            .decimal("margin", settings.margin())
            .text("type", settings.type().map(type -> type.name().toLowerCase(Locale.ROOT)))
            .objects("deliveries", deliveries, AccountDocument::delivery)
            .text("last_day", lastDay(deliveries).map(LocalDate::toString)));
  }

  private static Optional<LocalDate> lastDay(List<Delivery> deliveries) {
    return deliveries.stream().map(each -> each.period().to()).max(Comparator.naturalOrder());
  }

  private static void delivery(Json json, Delivery delivery) {
    json.number("import", delivery.importId())
        .text("pulled", delivery.pulled().toString())
        .text("report", delivery.kind().key())
        .text("grain", delivery.grain().key())
        .text("from", delivery.period().from().toString())
        .text("to", delivery.period().to().toString());
  }
}
