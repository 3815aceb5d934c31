package dev.spendlight.reports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
        new CsvCells() {
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
    return read(new CsvRows(sink));
  }

  @Override
  public List<String> notes() {
    return List.copyOf(notes);
  }

  private String read(CsvCells cells) throws IOException, Refusal {
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
}
