package dev.spendlight.simulator.file;

import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/// A console report as a workbook: numbers are numbers, dates are dates, a ratio without a
/// denominator is blank.
///
/// As delivered, its strings stand in the cells and its stored dimension says `A1` however many
/// rows there are; saved again by a spreadsheet, the strings are shared and the dimension is not
/// stored.
///
/// @param sharedStrings as saved again by a spreadsheet; strings are then kept in memory until the
///   file is closed
/// @param textDates dates as text in [ConsoleStyle#dates()]
public record ConsoleXlsx(ConsoleStyle style, boolean sharedStrings, boolean textDates)
    implements ReportFileWriter {

  /// As the console delivers it.
  public ConsoleXlsx(ConsoleStyle style) {
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
    return ConsoleName.of(kind) + ".xlsx";
  }

  @Override
  public RowWriter open(ReportKind kind, OutputStream out) throws IOException {
    List<ConsoleColumn> columns = ConsoleLayout.columns(kind, style);
    Workbook workbook = new Workbook(out, ConsoleName.of(kind), sharedStrings);
    workbook.beginRow();
    for (ConsoleColumn column : columns) {
      workbook.text(style.header(column));
    }
    workbook.endRow();
    return new Rows(this, workbook, columns, new ConsoleCells(style));
  }

  private record Rows(
      ConsoleXlsx form, Workbook workbook, List<ConsoleColumn> columns, ConsoleCells cells)
      implements RowWriter {
    @Override
    public void write(ReportRow row) throws IOException {
      workbook.beginRow();
      for (ConsoleColumn column : columns) {
        cell(cells.of(column, row));
      }
      workbook.endRow();
    }

    private void cell(Cell cell) throws IOException {
      switch (cell) {
        case Cell.Text(String text) -> workbook.text(text);
        case Cell.Count(long count) -> workbook.number(Long.toString(count), Workbook.Format.COUNT);
        case Cell.Amount(long micros) ->
            workbook.number(NumberText.decimal(micros, 0), Workbook.Format.MONEY);
        case Cell.Percent(double fraction) ->
            workbook.number(Double.toString(fraction), Workbook.Format.PERCENT);
        case Cell.Factor(double value) ->
            workbook.number(Double.toString(value), Workbook.Format.FACTOR);
        case Cell.Day(var day) -> {
          if (form.textDates) {
            workbook.text(form.style.dates().text(day, form.style.marketplace().dateOrder()));
          } else {
            workbook.number(
                Long.toString(day.toEpochDay() + Workbook.DAYS_TO_1970), Workbook.Format.DAY);
          }
        }
        case Cell.Blank(), Cell.NoRatio() -> workbook.blank();
      }
    }

    @Override
    public void close() throws IOException {
      workbook.close();
    }
  }
}
