package dev.spendlight.simulator.file;

import java.util.Currency;

/// How the headers of console files spell money and ratios. It changed over the years.
public enum HeaderSpelling {
  /// `14 Day Total Sales (₹)`, `Total Advertising Cost of Sales (ACoS)`
  SYMBOL("ACoS", "RoAS", ""),
  /// `7 Day Total Sales ` and `Total Advertising Cost of Sales (ACOS) `, both with a blank at the
  /// end
  TRAILING_BLANK("ACOS", "ROAS", " "),
  /// `7 Day Total Sales`, `Total Advertising Cost of Sales (ACOS) `
  BARE("ACOS", "ROAS", " ");

  private final String acos;
  private final String roas;
  private final String afterAcos;

  HeaderSpelling(String acos, String roas, String afterAcos) {
    this.acos = acos;
    this.roas = roas;
    this.afterAcos = afterAcos;
  }

  /// Fills `{money}`, `{acos}`, `{roas}` and `{end}` of a header.
  String fill(String header, Currency currency) {
    String money =
        switch (this) {
          case SYMBOL -> " (" + CurrencySign.inHeader(currency) + ")";
          case TRAILING_BLANK -> " ";
          case BARE -> "";
        };
    return header
        .replace("{money}", money)
        .replace("{acos}", acos)
        .replace("{roas}", roas)
        .replace("{end}", afterAcos);
  }
}
