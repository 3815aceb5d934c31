package dev.spendlight.reports;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;

/// Takes the cells of one record after the other from the CSV reader, and puts its complaints into
/// sentences.
abstract class CsvCells extends CsvCallbackHandler<Boolean> {
  private boolean empty;
  private int count;
  private long line;

  abstract void takes(char[] chars, int from, int length);

  /// The row is whole.
  ///
  /// @return whether another is wanted
  abstract boolean ends() throws Refusal;

  /// All rows were read.
  void finished(boolean lineBreak) throws Refusal {}

  long line() {
    return line;
  }

  int cells() {
    return count;
  }

  Refusal refusal(CsvParseException e) {
    if (e.getCause() instanceof RuntimeException ours) {
      throw ours;
    }
    String what =
        String.valueOf(e.getMessage()) + (e.getCause() == null ? "" : e.getCause().getMessage());
    if (what.contains("Unclosed")) {
      return new Refusal(
          "It is cut off: the quotation mark that opens in line %d is never closed; export the report again."
              .formatted(line));
    }
    if (what.contains("after closing quote")) {
      return new Refusal(
          "Line %d has text behind a closing quotation mark, so that its cells cannot be told apart; export the report again."
              .formatted(line));
    }
    return new Refusal(
        "Line %d has a cell of more than %,d characters, or a quotation mark that is never closed; export the report again."
            .formatted(line, Limits.CELL));
  }

  @Override
  protected RecordType getRecordType() {
    return empty ? RecordType.EMPTY : RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return count;
  }

  @Override
  protected void beginRecord(long startingLine) {
    line = startingLine;
    count = 0;
    empty = false;
  }

  @Override
  protected void addField(char[] chars, int from, int length, boolean quoted) {
    takes(chars, from, length);
    count++;
  }

  @Override
  protected void setComment(char[] chars, int from, int length) {
    throw new IllegalStateException("Comments are not read");
  }

  @Override
  protected void setEmpty() {
    empty = true;
  }

  @Override
  protected Boolean buildRecord() {
    return Boolean.TRUE;
  }
}
