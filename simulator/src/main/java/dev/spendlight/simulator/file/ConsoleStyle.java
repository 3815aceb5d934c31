package dev.spendlight.simulator.file;

import dev.spendlight.account.Marketplace;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Grain;
import java.util.Currency;

/// What console files of one account have in common, whether CSV or workbook.
///
/// @param marketplace gives the currency and the order of a date's numbers
/// @param window the one attribution window that the file carries
/// @param grain daily files have `Date`, range files `Start Date` and `End Date`
/// @param language of the headers
/// @param spelling of the headers
/// @param dates of dates written as text
/// @param numbers of money and percents written as text
/// @param emptyColumn whether a column without header and values stands in the middle
public record ConsoleStyle(
    Marketplace marketplace,
    AttributionWindow window,
    Grain grain,
    HeaderLanguage language,
    HeaderSpelling spelling,
    DateForm dates,
    NumberForm numbers,
    boolean emptyColumn) {

  /// A seller's daily file with English headers, as that marketplace writes it.
  public static ConsoleStyle of(Marketplace marketplace) {
    return new ConsoleStyle(
        marketplace,
        AttributionWindow.DAYS_7,
        Grain.DAILY,
        HeaderLanguage.EN,
        HeaderSpelling.SYMBOL,
        DateForm.MONTH_NAME,
        NumberForm.SYMBOL,
        false);
  }

  public ConsoleStyle withWindow(AttributionWindow value) {
    return new ConsoleStyle(
        marketplace, value, grain, language, spelling, dates, numbers, emptyColumn);
  }

  public ConsoleStyle withGrain(Grain value) {
    return new ConsoleStyle(
        marketplace, window, value, language, spelling, dates, numbers, emptyColumn);
  }

  public ConsoleStyle withLanguage(HeaderLanguage value) {
    return new ConsoleStyle(
        marketplace, window, grain, value, spelling, dates, numbers, emptyColumn);
  }

  public ConsoleStyle withSpelling(HeaderSpelling value) {
    return new ConsoleStyle(
        marketplace, window, grain, language, value, dates, numbers, emptyColumn);
  }

  public ConsoleStyle withDates(DateForm value) {
    return new ConsoleStyle(
        marketplace, window, grain, language, spelling, value, numbers, emptyColumn);
  }

  public ConsoleStyle withNumbers(NumberForm value) {
    return new ConsoleStyle(
        marketplace, window, grain, language, spelling, dates, value, emptyColumn);
  }

  public ConsoleStyle withEmptyColumn(boolean value) {
    return new ConsoleStyle(marketplace, window, grain, language, spelling, dates, numbers, value);
  }

  public Currency currency() {
    return marketplace.currency();
  }

  String header(ConsoleColumn column) {
    if (column == ConsoleColumn.EMPTY) {
      return "";
    }
    String words = language.words(column).replace("{n}", Integer.toString(window.days()));
    return spelling.fill(words, currency());
  }
}
