package dev.spendlight.reports;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is written for a currency beside an amount or in a header, and which currencies it may
/// mean.
final class CurrencySign {

  /// The likeliest currency first.
  private static final Map<String, List<String>> MEANINGS =
      Map.ofEntries(
          Map.entry("$", List.of("USD", "CAD", "AUD", "MXN", "SGD", "BRL")),
          Map.entry("us$", List.of("USD")),
          Map.entry("ca$", List.of("CAD")),
          Map.entry("c$", List.of("CAD")),
          Map.entry("a$", List.of("AUD")),
          Map.entry("au$", List.of("AUD")),
          Map.entry("mx$", List.of("MXN")),
          Map.entry("s$", List.of("SGD")),
          Map.entry("r$", List.of("BRL")),
          Map.entry("£", List.of("GBP", "EGP")),
          Map.entry("€", List.of("EUR")),
          Map.entry("₹", List.of("INR")),
          Map.entry("rs", List.of("INR")),
          Map.entry("rs.", List.of("INR")),
          Map.entry("¥", List.of("JPY", "CNY")),
          Map.entry("￥", List.of("JPY", "CNY")),
          Map.entry("円", List.of("JPY")),
          Map.entry("元", List.of("CNY")),
          Map.entry("kr", List.of("SEK")),
          Map.entry("kr.", List.of("SEK")),
          Map.entry("zł", List.of("PLN")),
          Map.entry("₺", List.of("TRY")),
          Map.entry("tl", List.of("TRY")),
          Map.entry("r", List.of("ZAR")),
          Map.entry("e£", List.of("EGP")),
          Map.entry("dh", List.of("AED")),
          Map.entry("د.إ", List.of("AED")),
          Map.entry("د.إ.", List.of("AED")),
          Map.entry("ر.س", List.of("SAR")),
          Map.entry("ر.س.", List.of("SAR")));

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toSet());

  private CurrencySign() {}

  /// The currencies that a sign or a three-letter code may mean, the likeliest first; empty for any
  /// other text.
  static List<Currency> meanings(String text) {
    String sign = text.strip();
    Optional<Currency> code = ofCode(sign);
    if (code.isPresent()) {
      return List.of(code.get());
    }
    return MEANINGS.getOrDefault(sign.toLowerCase(Locale.ROOT), List.of()).stream()
        .map(Currency::getInstance)
        .toList();
  }

  static Optional<Currency> ofCode(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    return CODES.contains(code) ? Optional.of(Currency.getInstance(code)) : Optional.empty();
  }

  /// The sign or code that a header shows in brackets, as written.
  static Optional<String> inBrackets(String header) {
    int open = header.indexOf('(');
    while (open >= 0) {
      int close = header.indexOf(')', open);
      if (close < 0) {
        return Optional.empty();
      }
      String inside = header.substring(open + 1, close);
      if (!meanings(inside).isEmpty()) {
        return Optional.of(inside);
      }
      open = header.indexOf('(', close);
    }
    return Optional.empty();
  }
}
