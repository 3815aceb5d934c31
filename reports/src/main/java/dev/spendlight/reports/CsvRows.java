package dev.spendlight.reports;

/// Hands the rows behind the header of a CSV file to a sink.
final class CsvRows extends CsvCells {
  private final CellSink sink;
  private boolean afterHeader;
  private boolean anything;
  private boolean started;
  private int columns;
  private long longCellLine;
  private boolean lastIsShort;

  CsvRows(CellSink sink) {
    this.sink = sink;
  }

  @Override
  protected void beginRecord(long startingLine) {
    super.beginRecord(startingLine);
    started = false;
  }

  @Override
  void takes(char[] chars, int from, int length) {
    if (!afterHeader) {
      for (int i = from; i < from + length && !anything; i++) {
        anything = !Blank.is(chars[i]);
      }
      return;
    }
    if (!started) {
      sink.start(line());
      started = true;
    }
    if (length > Limits.CELL) {
      longCellLine = longCellLine == 0 ? line() : longCellLine;
    } else {
      sink.written(cells(), chars, from, length);
    }
  }

  @Override
  boolean ends() throws Refusal {
    if (!afterHeader) {
      afterHeader = anything;
      columns = cells();
      return true;
    }
    if (longCellLine > 0) {
      throw new Refusal(
          "Line %d has a cell of more than %,d characters, which no report has; export the report again."
              .formatted(longCellLine, Limits.CELL));
    }
    if (cells() > Limits.COLUMNS) {
      throw new Refusal(
          "Line %d has more than %d cells, which no report has; export the report again."
              .formatted(line(), Limits.COLUMNS));
    }
    if (!started) {
      sink.start(line());
    }
    boolean isShort = cells() > 0 && cells() < columns;
    if (isShort) {
      sink.bad("has fewer cells than the header", "");
    }
    lastIsShort = sink.end() && isShort;
    return true;
  }

  @Override
  void finished(boolean lineBreak) throws Refusal {
    if (lastIsShort && !lineBreak) {
      throw new Refusal(
          "It is cut off in line %d, which has %d of %d cells; export the report again."
              .formatted(line(), cells(), columns));
    }
  }
}
