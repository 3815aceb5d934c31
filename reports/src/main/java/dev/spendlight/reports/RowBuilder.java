package dev.spendlight.reports;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes rows of a report from the cells of a table, and hands them to the store. One instance
/// reads one file.
///
/// What is wrong with a row leaves it out and is counted; what is wrong with the file is thrown at
/// the end of the row.
final class RowBuilder extends RowCells {
  private static final String SPONSORED_PRODUCTS = "sponsored products";

  private final Layout layout;
  private final Consumer<ReportRow> rows;
  private final Optional<DateRange> covers;
  private final FileCurrency currency;
  private final Convention convention;
  private final DateReading dateReading;
  private final States states;
  private final Skips skips = new Skips();
  private final Tally tally = new Tally();

  private KeyCache keys;
  private long rowsRead;

  /// @param covers the days that the user says the file covers
  RowBuilder(
      Layout layout,
      Consumer<ReportRow> rows,
      Optional<DateRange> covers,
      FileCurrency currency,
      Convention convention,
      DateReading dateReading) {
    super(
        layout,
        new WrittenNumber(convention, currency::sign),
        new WrittenDate(layout.dialect(), dateReading));
    this.layout = layout;
    this.rows = rows;
    this.covers = covers;
    this.currency = currency;
    this.convention = convention;
    this.dateReading = dateReading;
    this.keys = new KeyCache(layout.fields());
    this.states = new States(layout.kind());
    layout.currencySigns().forEach(currency::headerSign);
  }

  @Override
  public boolean end() throws Refusal {
    rowsRead++;
    if (!anything) {
      skips.addEmpty("blank line", line);
      return false;
    }
    if (isTotal()) {
      skips.addEmpty("row of totals", line);
      return false;
    }
    if (!dateReading.problem().isEmpty()) {
      throw new Refusal(dateReading.problem());
    }
    check();
    if (badReason.isEmpty()) {
      keep();
    } else {
      skips.add(badReason, badValue, line);
    }
    return true;
  }

  private boolean isTotal() {
    boolean dated = date != null || start != null || end != null;
    return !dated
        && !firstText.isEmpty()
        && layout.dialect().isTotal(firstText)
        && otherKeys() == 0;
  }

  /// How many names the row has beside its first cell.
  private int otherKeys() {
    int names = 0;
    for (Field field : FIELDS) {
      String text = texts[field.ordinal()];
      if (field != Field.CURRENCY && !text.isEmpty() && !text.equals(firstText)) {
        names++;
      }
    }
    return names;
  }

  private void check() {
    String code = text(Field.CURRENCY);
    if (!code.isEmpty() && badReason.isEmpty() && !currency.code(code, line)) {
      bad(words(Field.CURRENCY) + " is not a currency's code", code);
    }
    String program = text(Field.PROGRAM);
    if (!program.isEmpty() && !program.toLowerCase(Locale.ROOT).startsWith(SPONSORED_PRODUCTS)) {
      bad("is not about Sponsored Products", program);
    }
    if (text(Field.CAMPAIGN).isEmpty() && text(Field.CAMPAIGN_ID).isEmpty()) {
      bad("has no campaign", "");
    }
    switch (layout.kind()) {
      case SEARCH_TERM -> {
        if (text(Field.SEARCH_TERM).isEmpty()) {
          bad("has no search term", "");
        }
      }
      case TARGETING -> {
        if (text(Field.TARGETING).isEmpty()
            && text(Field.KEYWORD).isEmpty()
            && text(Field.TARGET_ID).isEmpty()) {
          bad("has no targeting", "");
        }
      }
      case ADVERTISED_PRODUCT -> {
        if (text(Field.ASIN).isEmpty() && text(Field.SKU).isEmpty()) {
          bad("has no product", "");
        }
      }
      case PLACEMENT -> {
        if (text(Field.PLACEMENT).isEmpty()) {
          bad("has no placement", "");
        }
      }
      case CAMPAIGN, AD_GROUP, BUDGET -> {}
    }
  }

  private void keep() throws Refusal {
    LocalDate from = null;
    LocalDate to = null;
    LocalDate campaignStart = null;
    switch (layout.dates()) {
      case EACH_DAY -> {
        from = date;
        to = date;
        campaignStart = start;
      }
      case RANGES -> {
        from = start;
        to = end;
      }
      case NONE -> {
        from = covers.map(DateRange::from).orElse(null);
        to = covers.map(DateRange::to).orElse(null);
      }
    }
    if (from == null || to == null) {
      skips.add("has no date", "", line);
      return;
    }
    if (to.isBefore(from)) {
      skips.add("ends before it starts", from + " to " + to, line);
      return;
    }
    RowKey key = keys.of(texts);
    EntityState state =
        states.of(
            text(Field.CAMPAIGN_STATUS),
            text(Field.STATUS),
            bid,
            budget,
            timeInBudget,
            campaignStart);
    try {
      tally.add(from, to, values, filled);
    } catch (ArithmeticException e) {
      throw new Refusal("Its figures add up to more than can be counted; export the report again.");
    }
    rows.accept(new ReportRow(from, to, key, Measures.of(values), state));
  }

  @Override
  public int column(String name) {
    int place = super.column(name);
    keys = new KeyCache(fields());
    return place;
  }

  /// Whether a doubtful amount was read in a way that another amount of the file contradicts.
  boolean contradictsItself() {
    return convention.contradicted();
  }

  long rowsRead() {
    return rowsRead;
  }

  Skips skips() {
    return skips;
  }

  Tally tally() {
    return tally;
  }
}
