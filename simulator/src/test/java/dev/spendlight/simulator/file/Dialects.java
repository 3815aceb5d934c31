package dev.spendlight.simulator.file;

import dev.spendlight.account.Marketplace;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Grain;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/// The dialects under test, by the names of their golden files.
final class Dialects {
  private Dialects() {}

  static Map<String, ReportFileWriter> all() {
    Map<String, ReportFileWriter> all = new LinkedHashMap<>();
    ConsoleStyle us = ConsoleStyle.of(Marketplace.US).withSpelling(HeaderSpelling.TRAILING_BLANK);
    ConsoleStyle india = ConsoleStyle.of(Marketplace.IN).withWindow(AttributionWindow.DAYS_14);
    all.put("csv-in-14-days", new ConsoleCsv(india));
    all.put(
        "csv-us-range",
        new ConsoleCsv(us.withGrain(Grain.RANGE).withDates(DateForm.NUMBERS), true, true));
    all.put(
        "csv-uk-empty-column",
        new ConsoleCsv(
            ConsoleStyle.of(Marketplace.UK)
                .withDates(DateForm.NUMBERS)
                .withEmptyColumn(true)
                .withSpelling(HeaderSpelling.BARE)));
    Map<HeaderLanguage, Marketplace> abroad =
        Map.of(
            HeaderLanguage.DE, Marketplace.DE,
            HeaderLanguage.FR, Marketplace.FR,
            HeaderLanguage.IT, Marketplace.IT,
            HeaderLanguage.ES, Marketplace.ES,
            HeaderLanguage.JA, Marketplace.JP,
            HeaderLanguage.ZH, Marketplace.US);
    for (HeaderLanguage language : HeaderLanguage.values()) {
      if (abroad.containsKey(language)) {
        Marketplace marketplace = abroad.get(language);
        boolean euro = marketplace.currency().getCurrencyCode().equals("EUR");
        NumberForm numbers =
            language == HeaderLanguage.IT
                ? NumberForm.COMMA_SYMBOL
                : euro ? NumberForm.COMMA : NumberForm.PLAIN;
        all.put(
            "csv-" + language.name().toLowerCase(java.util.Locale.ROOT),
            new ConsoleCsv(
                ConsoleStyle.of(marketplace)
                    .withLanguage(language)
                    .withDates(DateForm.ISO)
                    .withNumbers(numbers)));
      }
    }
    all.put("xlsx-us-saved-again", new ConsoleXlsx(us.withGrain(Grain.RANGE), true, false));
    all.put(
        "xlsx-uk",
        new ConsoleXlsx(ConsoleStyle.of(Marketplace.UK).withSpelling(HeaderSpelling.BARE)));
    all.put("xlsx-ae-text-dates", new ConsoleXlsx(ConsoleStyle.of(Marketplace.AE), false, true));
    Currency dollars = Currency.getInstance("USD");
    all.put("json-daily", new ReportingJson(dollars, Grain.DAILY, false));
    all.put("json-summary", new ReportingJson(dollars, Grain.RANGE, true));
    return all;
  }
}
