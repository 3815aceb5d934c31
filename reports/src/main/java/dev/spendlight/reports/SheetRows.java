package dev.spendlight.reports;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/// Walks through the rows of a sheet's XML and hands each row's cells to a sink.
final class SheetRows {
  /// Columns of a sheet in Excel.
  private static final int MOST_COLUMNS = 16_384;

  private static final int LETTERS = 26;

  private final Workbook workbook;
  private final XmlPart xml;
  private final StringBuilder text = new StringBuilder();
  private char[] chars = new char[64];
  private long line;

  SheetRows(Workbook workbook, XmlPart xml) {
    this.workbook = workbook;
    this.xml = xml;
  }

  /// Starts the next row in the sink and hands over its cells.
  ///
  /// @return whether there was one
  boolean next(CellSink sink) throws IOException, Refusal {
    while (xml.next()) {
      if (xml.begins("row")) {
        int number = Whole.of(xml.attribute("r"));
        line = number > 0 ? number : line + 1;
        sink.start(line);
        cells(sink);
        return true;
      }
    }
    return false;
  }

  private void cells(CellSink sink) throws IOException, Refusal {
    int column = -1;
    while (xml.next() && !xml.ends("row")) {
      if (xml.begins("c")) {
        int named = column(xml.attribute("r"));
        column = named >= 0 ? named : column + 1;
        if (column >= MOST_COLUMNS) {
          throw new Refusal(
              "Line %d has a cell beyond column %,d, where no sheet has any; export the report again."
                  .formatted(line, MOST_COLUMNS));
        }
        cell(sink, column);
      }
    }
  }

  /// The column of a cell's name: 27 of `AB12`; negative when it has none.
  private static int column(String name) {
    int column = 0;
    int i = 0;
    while (i < name.length()
        && name.charAt(i) >= 'A'
        && name.charAt(i) <= 'Z'
        && column <= MOST_COLUMNS) {
      column = column * LETTERS + (name.charAt(i) - 'A' + 1);
      i++;
    }
    return column - 1;
  }

  private void cell(CellSink sink, int column) throws IOException, Refusal {
    String type = xml.attribute("t");
    int format = Whole.of(xml.attribute("s"));
    text.setLength(0);
    boolean phonetic = false;
    while (xml.next() && !xml.ends("c")) {
      if (xml.begins("rPh")) {
        phonetic = true;
      } else if (xml.ends("rPh")) {
        phonetic = false;
      } else if (!phonetic && (xml.begins("v") || xml.begins("t"))) {
        xml.text(text);
      }
    }
    if (text.isEmpty()) {
      return;
    }
    switch (type) {
      case "s" -> {
        String shared = workbook.string(Whole.of(text.toString()));
        text.setLength(0);
        text.append(shared);
        sink.written(column, chars(), 0, text.length());
      }
      case "", "n" -> number(sink, column, format);
      case "d" -> sink.plain(column, chars(), 0, text.length());
      default -> sink.written(column, chars(), 0, text.length());
    }
  }

  private void number(CellSink sink, int column, int format) {
    Optional<LocalDate> day = XlsxTable.day(workbook, chars(), text.length());
    if (day.isPresent() && workbook.isDate(format)) {
      sink.day(column, day.get());
    } else {
      sink.number(column, chars, 0, text.length(), day);
    }
  }

  private char[] chars() {
    if (chars.length < text.length()) {
      chars = new char[text.length() * 2];
    }
    text.getChars(0, text.length(), chars, 0);
    return chars;
  }
}
