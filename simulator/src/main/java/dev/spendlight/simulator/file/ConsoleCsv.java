package dev.spendlight.simulator.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// A console report as CSV: names and no ids, one attribution window, everything as text.
///
/// @param byteOrderMark whether the file begins with the mark that spreadsheets put there
/// @param escapedQuotes whether a quote inside a name has a backslash before it, beside being
///   doubled
public record ConsoleCsv(ConsoleStyle style, boolean byteOrderMark, boolean escapedQuotes)
    implements ReportFileWriter {

  /// As the console delivers it.
  public ConsoleCsv(ConsoleStyle style) {
    this(style, false, false);
  }

  @Override
  public Grain grain() {
    return style.grain();
  }

  @Override
  public boolean writes(ReportKind kind) {
    return ConsoleLayout.has(kind);
  }

  @Override
  public Set<Measure> carried(ReportKind kind) {
    return ConsoleLayout.carried(kind, style);
  }

  @Override
  public boolean hasIds() {
    return false;
  }

  @Override
  public String fileName(ReportKind kind) {
    return ConsoleName.of(kind) + ".csv";
  }

  @Override
  public RowWriter open(ReportKind kind, OutputStream out) throws IOException {
    List<ConsoleColumn> columns = ConsoleLayout.columns(kind, style);
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (byteOrderMark) {
      text.write('\uFEFF');
    }
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(style.numbers().hasComma() ? ';' : ',').build(text);
    csv.writeRecord(columns.stream().map(style::header).toList());
    return new Rows(csv, columns, new ConsoleCells(style), new CellText(style), escapedQuotes);
  }

  private record Rows(
      CsvWriter csv,
      List<ConsoleColumn> columns,
      ConsoleCells cells,
      CellText text,
      boolean escapedQuotes)
      implements RowWriter {
    @Override
    public void write(ReportRow row) {
      String[] fields = new String[columns.size()];
      for (int i = 0; i < fields.length; i++) {
        String field = text.of(cells.of(columns.get(i), row));
        fields[i] = escapedQuotes ? field.replace("\"", "\\\"") : field;
      }
      csv.writeRecord(fields);
    }

    @Override
    public void close() throws IOException {
      csv.close();
    }
  }
}
