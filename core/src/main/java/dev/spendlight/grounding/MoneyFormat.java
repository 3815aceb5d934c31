package dev.spendlight.grounding;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Marketplace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes money as is customary where the account sells: `$1,234.50`, `1.234,50 €`, `₹1,23,456.00`.
public final class MoneyFormat {
  /// A currency whose sign is letters stands apart from the number: `AED 12.00`.
  private static final Pattern CODE_BEFORE_DIGIT = Pattern.compile("(\\p{L})(\\d)");

  private final Optional<Currency> currency;

  /// Copied for each use: to make one looks up the customs of the place, and threads may not share.
  private final NumberFormat customs;

  private MoneyFormat(Optional<Currency> currency, Locale locale) {
    this.currency = currency;
    this.customs =
        currency.isPresent()
            ? NumberFormat.getCurrencyInstance(locale)
            : NumberFormat.getNumberInstance(locale);
    currency.ifPresent(customs::setCurrency);
    customs.setRoundingMode(RoundingMode.HALF_EVEN);
  }

  /// An account without a currency gets plain numbers; one without a marketplace the customs of its
  /// currency.
  public static MoneyFormat of(AccountSettings settings) {
    Optional<Currency> currency = settings.effectiveCurrency();
    return new MoneyFormat(
        currency,
        settings
            .marketplace()
            .filter(place -> currency.filter(place.currency()::equals).isPresent())
            .or(() -> currency.flatMap(MoneyFormat::home))
            .map(Marketplace::locale)
            .orElse(Locale.US));
  }

  /// The euro has no home among marketplaces: it is written as in an English text.
  private static Optional<Marketplace> home(Currency currency) {
    return currency.getCurrencyCode().equals("EUR")
        ? Optional.of(Marketplace.IE)
        : Arrays.stream(Marketplace.values())
            .filter(each -> each.currency().equals(currency))
            .findFirst();
  }

  /// Two places, or as many as the currency has.
  public String format(BigDecimal amount) {
    return write(
        amount, currency.map(each -> Math.max(0, each.getDefaultFractionDigits())).orElse(2));
  }

  /// Without places from 100 on: for estimates, whose cents mean nothing.
  public String round(BigDecimal amount) {
    return amount.abs().compareTo(new BigDecimal("99.5")) >= 0 ? write(amount, 0) : format(amount);
  }

  private String write(BigDecimal amount, int places) {
    NumberFormat format = (NumberFormat) customs.clone();
    format.setMinimumFractionDigits(places);
    format.setMaximumFractionDigits(places);
    String text = format.format(amount.setScale(places, RoundingMode.HALF_EVEN));
    String grouped =
        currency.filter(each -> each.getCurrencyCode().equals("INR")).isPresent()
            ? IndianGrouping.of(text, (DecimalFormat) format)
            : text;
    return CODE_BEFORE_DIGIT.matcher(grouped).replaceAll("$1\u00a0$2");
  }
}
