package dev.spendlight.reports;

import dev.spendlight.report.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the cells of one row after the other into values of their fields. What is wrong with a
/// cell makes its row a bad one.
abstract class RowCells implements CellSink {
  static final Field[] FIELDS = Field.values();
  private static final String[] NO_TEXTS = noTexts();

  private final Layout layout;
  private final WrittenNumber numbers;
  private final WrittenDate dates;
  private final TextPool pool = new TextPool();
  private final List<String> laterColumns = new ArrayList<>();
  private Field[] fields;

  // The row being read; texts stand at the places of their fields, values at those of their
  // measures.
  final String[] texts = NO_TEXTS.clone();
  final long[] values = new long[Measure.values().length];
  final boolean[] filled = new boolean[values.length];
  long line;
  boolean anything;
  String firstText = "";
  String badReason = "";
  String badValue = "";
  @Nullable LocalDate date;
  @Nullable LocalDate start;
  @Nullable LocalDate end;
  long bid;
  long budget;
  long timeInBudget;

  RowCells(Layout layout, WrittenNumber numbers, WrittenDate dates) {
    this.layout = layout;
    this.numbers = numbers;
    this.dates = dates;
    this.fields = layout.fields().toArray(Field[]::new);
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
    if (anything && column < fields.length && fields[column].shape == Field.Shape.NOTHING) {
      return;
    }
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
        written ? numbers.count(chars, from, length) : PlainNumber.count(chars, from, length);
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
        written ? numbers.money(chars, from, length) : PlainNumber.money(chars, from, length);
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
      bad(words(field) + " cannot be read", text);
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
    String text = PlainNumber.text(chars, from, length);
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
  public int column(String name) {
    int place = fields.length;
    Field field = layout.dialect().field(HeaderWords.of(name));
    boolean again = Arrays.asList(fields).contains(field);
    fields = Arrays.copyOf(fields, place + 1);
    fields[place] = again ? Field.LEFT_OUT : field;
    if (field == Field.UNKNOWN) {
      laterColumns.add(Shown.text(name));
    }
    return place;
  }

  /// As in a message: "ad group", "sales 7".
  static String words(Field field) {
    return field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Blank when the row does not have it.
  String text(Field field) {
    return texts[field.ordinal()];
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
