package dev.spendlight.reports;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.ImportTransaction.FileRows;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Makes rows of a report from the cells of a table, and hands them to the store. One instance
/// reads one file.
///
/// What is wrong with a cell makes its row a bad one; what is wrong with the file is thrown at the
/// end of the row.
final class RowBuilder implements CellSink {
  private static final int PROGRESS_EVERY = 1 << 12;
  private static final String SPONSORED_PRODUCTS = "sponsored products";
  private static final Field[] FIELDS = Field.values();
  private static final String[] NO_TEXTS = noTexts();

  private final Layout layout;
  private final FileRows rows;
  private final Optional<DateRange> covers;
  private final LongConsumer progress;
  private final FileCurrency currency;
  private final Convention convention;
  private final DateReading dateReading;
  private final WrittenNumber numbers;
  private final WrittenDate dates;
  private final TextPool pool = new TextPool();
  private final States states;
  private final Skips skips = new Skips();
  private final Tally tally = new Tally();
  private final List<String> laterColumns = new ArrayList<>();

  private Field[] fields;
  private KeyCache keys;
  private long rowsRead;

  // The row being read.
  private long line;
  private boolean anything;
  private String firstText = "";
  private String badReason = "";
  private String badValue = "";
  private final String[] texts = NO_TEXTS.clone();
  private final long[] values = new long[Measure.values().length];
  private final boolean[] filled = new boolean[values.length];
  private @Nullable LocalDate date;
  private @Nullable LocalDate start;
  private @Nullable LocalDate end;
  private long bid;
  private long budget;
  private long timeInBudget;

  /// @param covers the days that the user says the file covers
  RowBuilder(
      Layout layout,
      FileRows rows,
      Optional<DateRange> covers,
      FileCurrency currency,
      Convention convention,
      DateReading dateReading,
      LongConsumer progress) {
    this.layout = layout;
    this.rows = rows;
    this.covers = covers;
    this.currency = currency;
    this.convention = convention;
    this.dateReading = dateReading;
    this.progress = progress;
    this.numbers = new WrittenNumber(convention, currency::sign);
    this.dates = new WrittenDate(layout.dialect(), dateReading);
    this.fields = layout.fields().toArray(Field[]::new);
    this.keys = new KeyCache(layout.fields());
    this.states = new States(layout.kind());
    layout.currencySigns().forEach(currency::headerSign);
  }

  private static String[] noTexts() {
    String[] texts = new String[FIELDS.length];
    Arrays.fill(texts, "");
    return texts;
  }

  @Override
  public void start(long at) {
    line = at;
    anything = false;
    firstText = "";
    badReason = "";
    badValue = "";
    System.arraycopy(NO_TEXTS, 0, texts, 0, texts.length);
    Arrays.fill(values, 0);
    Arrays.fill(filled, false);
    date = null;
    start = null;
    end = null;
    bid = States.NONE;
    budget = States.NONE;
    timeInBudget = States.NONE;
  }

  @Override
  public void written(int column, char[] chars, int from, int length) {
    cell(column, chars, from, length, true);
  }

  @Override
  public void plain(int column, char[] chars, int from, int length) {
    cell(column, chars, from, length, false);
  }

  private void cell(int column, char[] chars, int from, int length, boolean written) {
    int begin = from;
    int stop = from + length;
    while (begin < stop && Blank.is(chars[begin])) {
      begin++;
    }
    while (begin < stop && Blank.is(chars[stop - 1])) {
      stop--;
    }
    int size = stop - begin;
    if (size == 0) {
      return;
    }
    if (column >= fields.length) {
      bad("has more cells than the header", new String(chars, begin, size));
      return;
    }
    boolean first = !anything;
    anything = true;
    Field field = fields[column];
    switch (field.shape) {
      case TEXT -> {
        String text = pool.of(chars, begin, size);
        texts[field.ordinal()] = text;
        if (field.isId() && isFraction(chars, begin, size)) {
          bad(words(field) + " was changed into a rounded number", text);
        }
        if (first) {
          firstText = text;
        }
      }
      case COUNT -> count(field, chars, begin, size, written);
      case MONEY -> money(field, chars, begin, size, written);
      case DAY -> {
        String text = pool.of(chars, begin, size);
        if (first) {
          firstText = text;
        }
        day(field, text);
      }
      case SHARE -> {
        long share = numbers.share(chars, begin, size);
        timeInBudget = share == WrittenNumber.NOT_A_NUMBER ? States.NONE : share;
      }
      case NOTHING -> {
        if (first && size <= Limits.NUMBER) {
          firstText = new String(chars, begin, size);
        }
      }
    }
  }

  /// Digits with a point or exponent: what programs make of an id that they take for a quantity.
  private static boolean isFraction(char[] chars, int from, int length) {
    boolean point = false;
    for (int i = from; i < from + length; i++) {
      char c = chars[i];
      boolean digit = c >= '0' && c <= '9';
      point |= i > from && (c == '.' || c == ',' || c == 'E' || c == 'e');
      if (!digit && c != '.' && c != ',' && c != 'E' && c != 'e' && c != '+') {
        return false;
      }
    }
    return point;
  }

  private void count(Field field, char[] chars, int from, int length, boolean written) {
    long value =
        written ? numbers.count(chars, from, length) : numbers.plainCount(chars, from, length);
    if (value == WrittenNumber.NOT_A_NUMBER) {
      if (!Blank.isNoFigure(chars, from, length)) {
        bad(words(field) + " is not a whole number", new String(chars, from, length));
      }
      return;
    }
    if (value < 0 && (field == Field.IMPRESSIONS || field == Field.CLICKS)) {
      bad(words(field) + " is below zero", new String(chars, from, length));
    } else if (Math.abs(value) > Limits.COUNT) {
      bad(words(field) + " is larger than any account's", new String(chars, from, length));
    } else {
      values[field.measure] = value;
      filled[field.measure] = true;
    }
  }

  private void money(Field field, char[] chars, int from, int length, boolean written) {
    long value =
        written ? numbers.money(chars, from, length) : numbers.plainMoney(chars, from, length);
    boolean number = value != WrittenNumber.NOT_A_NUMBER && Math.abs(value) <= Limits.MONEY_MICROS;
    if (!field.isMeasure()) {
      // A setting that cannot be read is unknown; the row's figures are worth keeping.
      long setting = number && value >= 0 ? value : States.NONE;
      if (field == Field.BID) {
        bid = setting;
      } else {
        budget = setting;
      }
    } else if (number && value < 0 && field == Field.SPEND) {
      bad(words(field) + " is below zero", new String(chars, from, length));
    } else if (number) {
      values[field.measure] = value;
      filled[field.measure] = true;
    } else if (value != WrittenNumber.NOT_A_NUMBER) {
      bad(words(field) + " is larger than any account's", new String(chars, from, length));
    } else if (!Blank.isNoFigure(chars, from, length)) {
      bad(
          words(field) + " is not an amount that can be read for certain",
          new String(chars, from, length));
    }
  }

  private void day(Field field, String text) {
    if (layout.dates() == Layout.Dating.NONE) {
      return;
    }
    LocalDate read = dates.of(text);
    if (read != null) {
      set(field, read);
    } else if (isNeeded(field)) {
      bad(words(field) + " is not a date", text);
    }
  }

  @Override
  public void day(int column, LocalDate day) {
    anything = true;
    if (column < fields.length && fields[column].shape == Field.Shape.DAY) {
      set(fields[column], day);
    } else if (column < fields.length && fields[column].isMeasure()) {
      bad(words(fields[column]) + " is a date", day.toString());
    }
  }

  @Override
  public void number(int column, char[] chars, int from, int length, Optional<LocalDate> asDay) {
    Field field = column < fields.length ? fields[column] : Field.UNKNOWN;
    if (field.shape == Field.Shape.DAY && asDay.isPresent()) {
      day(column, asDay.get());
      return;
    }
    if (field.shape != Field.Shape.TEXT && field.shape != Field.Shape.DAY) {
      plain(column, chars, from, length);
      return;
    }
    String text = WrittenNumber.plainText(chars, from, length);
    if (field.isId() && text.length() > Limits.EXACT_DIGITS) {
      bad(words(field) + " was changed into a rounded number", text);
    }
    plain(column, text.toCharArray(), 0, text.length());
  }

  private void set(Field field, LocalDate day) {
    if (field == Field.DATE) {
      date = day;
    } else if (field == Field.START_DATE) {
      start = day;
    } else {
      end = day;
    }
  }

  /// In a daily file the dates of the campaign are no more than a setting.
  private boolean isNeeded(Field field) {
    return layout.dates() == Layout.Dating.RANGES || field == Field.DATE;
  }

  @Override
  public void nested(int column, String name) {
    anything = true;
    if (column < fields.length && fields[column].shape != Field.Shape.NOTHING) {
      bad("has a list or object for a value", name);
    }
  }

  @Override
  public void bad(String reason, String value) {
    if (badReason.isEmpty()) {
      badReason = reason;
      badValue = value;
    }
  }

  @Override
  public boolean end() throws Refusal {
    rowsRead++;
    if ((rowsRead & (PROGRESS_EVERY - 1)) == 0) {
      progress.accept(rowsRead);
    }
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
    String code = texts[Field.CURRENCY.ordinal()];
    if (!code.isEmpty() && badReason.isEmpty() && !currency.code(code, line)) {
      bad(words(Field.CURRENCY) + " is not a currency's code", code);
    }
    String program = texts[Field.PROGRAM.ordinal()];
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

  private String text(Field field) {
    return texts[field.ordinal()];
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
    rows.add(new ReportRow(from, to, key, Measures.of(values), state));
  }

  @Override
  public int column(String name) {
    int place = fields.length;
    Field field = layout.dialect().field(HeaderWords.of(name));
    boolean again = Arrays.asList(fields).contains(field);
    fields = Arrays.copyOf(fields, place + 1);
    fields[place] = again ? Field.LEFT_OUT : field;
    keys = new KeyCache(Arrays.asList(fields));
    if (field == Field.UNKNOWN) {
      laterColumns.add(Shown.text(name));
    }
    return place;
  }

  /// As in a message: "ad group", "sales 7".
  private static String words(Field field) {
    return field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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

  /// Unknown columns that came up after the first rows.
  List<String> laterColumns() {
    return laterColumns;
  }

  /// Which fields the file turned out to have.
  List<Field> fields() {
    return List.of(fields);
  }
}
