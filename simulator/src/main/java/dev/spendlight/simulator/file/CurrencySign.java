package dev.spendlight.simulator.file;

import java.util.Currency;

/// What stands for a currency in console files.
final class CurrencySign {
  private CurrencySign() {}

  /// Between the brackets of a header.
  static String inHeader(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "INR" -> "₹";
      default -> sign(currency);
    };
  }

  /// Before an amount. The Indian form has a dot of its own: `Rs.201.68`.
  static String beforeAmount(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "INR" -> "Rs.";
      default -> {
        String sign = sign(currency);
        yield sign.length() > 1 ? sign + " " : sign;
      }
    };
  }

  private static String sign(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "USD", "CAD", "AUD", "MXN", "SGD" -> "$";
      case "GBP" -> "£";
      case "EUR" -> "€";
      case "JPY" -> "￥";
      default -> currency.getCurrencyCode();
    };
  }
}
