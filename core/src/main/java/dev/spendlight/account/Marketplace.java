package dev.spendlight.account;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/// An Amazon marketplace: its currency, its day boundaries, and how its people write dates and
/// numbers.
public enum Marketplace {
  US("USD", "America/Los_Angeles", Locale.US, DateOrder.MONTH_FIRST),
  CA("CAD", "America/Toronto", Locale.CANADA, DateOrder.MONTH_FIRST),
  MX("MXN", "America/Mexico_City", Locale.of("es", "MX"), DateOrder.DAY_FIRST),
  BR("BRL", "America/Sao_Paulo", Locale.of("pt", "BR"), DateOrder.DAY_FIRST),
  UK("GBP", "Europe/London", Locale.UK, DateOrder.DAY_FIRST),
  IE("EUR", "Europe/Dublin", Locale.of("en", "IE"), DateOrder.DAY_FIRST),
  DE("EUR", "Europe/Berlin", Locale.GERMANY, DateOrder.DAY_FIRST),
  FR("EUR", "Europe/Paris", Locale.FRANCE, DateOrder.DAY_FIRST),
  IT("EUR", "Europe/Rome", Locale.ITALY, DateOrder.DAY_FIRST),
  ES("EUR", "Europe/Madrid", Locale.of("es", "ES"), DateOrder.DAY_FIRST),
  NL("EUR", "Europe/Amsterdam", Locale.of("nl", "NL"), DateOrder.DAY_FIRST),
  BE("EUR", "Europe/Brussels", Locale.of("fr", "BE"), DateOrder.DAY_FIRST),
  SE("SEK", "Europe/Stockholm", Locale.of("sv", "SE"), DateOrder.DAY_FIRST),
  PL("PLN", "Europe/Warsaw", Locale.of("pl", "PL"), DateOrder.DAY_FIRST),
  TR("TRY", "Europe/Istanbul", Locale.of("tr", "TR"), DateOrder.DAY_FIRST),
  AE("AED", "Asia/Dubai", Locale.of("en", "AE"), DateOrder.DAY_FIRST),
  SA("SAR", "Asia/Riyadh", Locale.of("en", "SA"), DateOrder.DAY_FIRST),
  EG("EGP", "Africa/Cairo", Locale.of("en", "EG"), DateOrder.DAY_FIRST),
  IN("INR", "Asia/Kolkata", Locale.of("en", "IN"), DateOrder.DAY_FIRST),
  JP("JPY", "Asia/Tokyo", Locale.JAPAN, DateOrder.YEAR_FIRST),
  SG("SGD", "Asia/Singapore", Locale.of("en", "SG"), DateOrder.DAY_FIRST),
  AU("AUD", "Australia/Sydney", Locale.of("en", "AU"), DateOrder.DAY_FIRST),
  ZA("ZAR", "Africa/Johannesburg", Locale.of("en", "ZA"), DateOrder.DAY_FIRST);

  /// How a date of three numbers is read there.
  public enum DateOrder {
    MONTH_FIRST,
    DAY_FIRST,
    YEAR_FIRST
  }

  private final Currency currency;
  private final ZoneId zone;
  private final Locale locale;
  private final DateOrder dateOrder;

  Marketplace(String currency, String zone, Locale locale, DateOrder dateOrder) {
    this.currency = Currency.getInstance(currency);
    this.zone = ZoneId.of(zone);
    this.locale = locale;
    this.dateOrder = dateOrder;
  }

  public Currency currency() {
    return currency;
  }

  /// Day boundaries of reports there, unless the account says otherwise.
  public ZoneId zone() {
    return zone;
  }

  /// How money is customarily written there, in English texts too.
  public Locale locale() {
    return locale;
  }

  public DateOrder dateOrder() {
    return dateOrder;
  }

  /// Finds one by its two-letter code in any case; `GB` is `UK`.
  public static Optional<Marketplace> ofCode(String code) {
    String wanted = code.strip().toUpperCase(Locale.ROOT);
    String known = wanted.equals("GB") ? "UK" : wanted;
    return Arrays.stream(values()).filter(each -> each.name().equals(known)).findFirst();
  }
}
