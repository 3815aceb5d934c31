package dev.spendlight.reports;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a whole file tells about how its dates and amounts are written. Looked for once, when a
/// value has two readings.
///
/// @param numbers the decimal sign
/// @param dates the order of day and month
record Evidence(Convention numbers, DateReading dates) {

  /// Reads the table through.
  ///
  /// @throws Refusal when it cannot be read to its end
  static Evidence of(Table table, Layout layout) throws IOException, Refusal {
    Evidence evidence = new Evidence(Convention.collecting(), DateReading.collecting());
    table.read(new Collector(layout, evidence));
    return evidence;
  }

  /// Reads dates and amounts, and keeps nothing of them.
  private static final class Collector implements CellSink {
    private final List<Field> fields;
    private final boolean dated;
    private final WrittenNumber numbers;
    private final WrittenDate dates;
    private final TextPool pool = new TextPool();

    Collector(Layout layout, Evidence evidence) {
      fields = layout.fields();
      dated = layout.dates() != Layout.Dating.NONE;
      numbers = new WrittenNumber(evidence.numbers, (chars, from, length) -> true);
      dates = new WrittenDate(layout.dialect(), evidence.dates);
    }

    @Override
    public void written(int column, char[] chars, int from, int length) {
      if (column >= fields.size()) {
        return;
      }
      int begin = from;
      int end = from + length;
      while (begin < end && Blank.is(chars[begin])) {
        begin++;
      }
      while (begin < end && Blank.is(chars[end - 1])) {
        end--;
      }
      if (begin == end) {
        return;
      }
      switch (fields.get(column).shape) {
        case MONEY -> numbers.money(chars, begin, end - begin);
        case COUNT -> numbers.count(chars, begin, end - begin);
        case DAY -> {
          if (dated) {
            dates.of(pool.of(chars, begin, end - begin));
          }
        }
        case TEXT, SHARE, NOTHING -> {}
      }
    }

    @Override
    public void start(long line) {}

    @Override
    public void plain(int column, char[] chars, int from, int length) {}

    @Override
    public void day(int column, LocalDate day) {}

    @Override
    public void number(int column, char[] chars, int from, int length, Optional<LocalDate> asDay) {}

    @Override
    public void nested(int column, String name) {}

    @Override
    public void bad(String reason, String value) {}

    @Override
    public boolean end() {
      return true;
    }

    @Override
    public int column(String name) {
      return fields.size();
    }
  }
}
