package dev.spendlight.reports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// A table whose cells are separated by commas, semicolons or tabs, quoted where needed (RFC 4180).
///
/// The separator is the one that stands most often in the header line.
final class CsvTable implements Table {
  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final int MOST_BUFFERED = 1 << 20;

  private final Content content;
  private final char separator;

  private final List<String> notes = new ArrayList<>();

  private CsvTable(Content content, char separator) {
    this.content = content;
    this.separator = separator;
  }

  static CsvTable of(Content content) throws IOException, Refusal {
    return new CsvTable(content, separator(headerLine(content)));
  }

  /// The first line with anything in it.
  private static String headerLine(Content content) throws IOException, Refusal {
    StringBuilder line = new StringBuilder();
    boolean quoted = false;
    try (TextReader reader = new TextReader(content.open())) {
      char[] buffer = new char[1 << 12];
      for (int n = reader.read(buffer, 0, buffer.length);
          n >= 0;
          n = reader.read(buffer, 0, buffer.length)) {
        for (int i = 0; i < n; i++) {
          char c = buffer[i];
          quoted ^= c == '"';
          boolean ends = !quoted && (c == '\n' || c == '\r');
          if (ends && !isEmpty(line)) {
            return line.toString();
          }
          if (ends) {
            line.setLength(0);
          } else {
            line.append(c);
          }
        }
        if (line.length() > Limits.HEADER) {
          throw new Refusal(
              "Its first line has more than %,d characters, which no report has; export the report again."
                  .formatted(Limits.HEADER));
        }
      }
    }
    return line.toString();
  }

  private static boolean isEmpty(StringBuilder line) {
    return line.chars().allMatch(c -> Blank.is((char) c) || c == ',' || c == ';' || c == '"');
  }

  private static char separator(String line) {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
        counts[s] += c == SEPARATORS[s] ? 1 : 0;
      }
    }
    int most = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      most = counts[s] > counts[most] ? s : most;
    }
    return SEPARATORS[most];
  }

  @Override
  public List<String> header() throws IOException, Refusal {
    List<String> names = new ArrayList<>();
    read(
        new Cells() {
          @Override
          void takes(char[] chars, int from, int length) {
            if (names.size() <= Limits.COLUMNS) {
              names.add(new String(chars, from, length));
            }
          }

          @Override
          boolean ends() {
            boolean header = names.stream().anyMatch(name -> !name.isBlank());
            if (!header) {
              names.clear();
            }
            return !header;
          }
        });
    return names;
  }

  @Override
  public String read(CellSink sink) throws IOException, Refusal {
    return read(new Rows(sink));
  }

  @Override
  public List<String> notes() {
    return List.copyOf(notes);
  }

  private String read(Cells cells) throws IOException, Refusal {
    try (MeteredStream bytes = content.open();
        TextReader text = new TextReader(bytes);
        CsvReader<Boolean> reader =
            CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MOST_BUFFERED)
                .build(cells, text);
        CloseableIterator<Boolean> records = reader.iterator()) {
      boolean goOn = true;
      while (goOn && records.hasNext()) {
        records.next();
        goOn = cells.ends();
      }
      if (goOn) {
        cells.finished(text.endsWithLineBreak());
        note(text);
      }
      return goOn ? bytes.fingerprint() : "";
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw cells.refusal(e);
    }
  }

  private void note(TextReader text) {
    notes.clear();
    if (!text.endsWithLineBreak()) {
      notes.add(
          "Its last line does not end with a line break: if it was cut off there, the last figure is wrong.");
    }
    if (text.replaced() > 0) {
      notes.add(
          "%,d of its characters are not valid UTF-8 and are shown as \ufffd; names with them match no others."
              .formatted(text.replaced()));
    }
  }

  @Override
  public String lineWord() {
    return "line";
  }

  @Override
  public boolean separatedBySemicolon() {
    return separator == ';';
  }

  /// Takes cells from the reader.
  private abstract static class Cells extends CsvCallbackHandler<Boolean> {
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

  /// Hands the rows behind the header to the sink.
  private static final class Rows extends Cells {
    private final CellSink sink;
    private boolean afterHeader;
    private boolean anything;
    private boolean started;
    private int columns;
    private long longCellLine;
    private boolean lastIsShort;

    Rows(CellSink sink) {
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
}
