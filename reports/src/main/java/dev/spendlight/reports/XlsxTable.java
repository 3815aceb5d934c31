package dev.spendlight.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The one sheet of a workbook that is a report. Rows are streamed; of the sheet's stated size
/// nothing is believed.
final class XlsxTable implements Table {
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
  private static final int EARLIEST_SERIAL = 20_000;
  private static final int LATEST_SERIAL = 80_000;

  private final Path file;
  private final String fingerprint;
  private final Workbook.Sheet sheet;
  private final List<String> header;

  private XlsxTable(Path file, String fingerprint, Workbook.Sheet sheet, List<String> header) {
    this.file = file;
    this.fingerprint = fingerprint;
    this.sheet = sheet;
    this.header = header;
  }

  static XlsxTable of(Content content, Path file) throws IOException, Refusal {
    String fingerprint;
    try (MeteredStream bytes = content.open()) {
      fingerprint = bytes.fingerprint();
    }
    List<XlsxTable> reports = new ArrayList<>();
    Optional<Refusal> first = Optional.empty();
    try (Workbook workbook = Workbook.open(file)) {
      for (Workbook.Sheet sheet : workbook.sheets()) {
        List<String> header = header(workbook, sheet);
        Optional<Refusal> other = Layout.otherReport(header, Dialect.ALL);
        if (other.isPresent()) {
          throw other.get();
        }
        if (header.isEmpty()) {
          continue;
        }
        try {
          Layout.of(header, Dialect.ALL);
          reports.add(new XlsxTable(file, fingerprint, sheet, header));
        } catch (Refusal e) {
          first = first.or(() -> Optional.of(e));
        }
      }
    }
    if (reports.size() > 1) {
      throw new Refusal(
          "It holds several reports (sheets %s); save each as a file of its own."
              .formatted(Shown.list(reports.stream().map(each -> each.sheet.name()).toList())));
    }
    if (reports.isEmpty()) {
      throw first.orElseGet(
          () -> new Refusal("It is a workbook without a filled sheet; export the report again."));
    }
    return reports.getFirst();
  }

  @Override
  public List<String> header() {
    return header;
  }

  String fingerprint() {
    return fingerprint;
  }

  private static List<String> header(Workbook workbook, Workbook.Sheet sheet)
      throws IOException, Refusal {
    HeaderSink names = new HeaderSink();
    try (XmlPart xml = workbook.cells(sheet)) {
      SheetRows rows = new SheetRows(workbook, xml);
      while (names.isBlank() && rows.next(names)) {
        names.end();
      }
    }
    return names.isBlank() ? List.of() : names.names();
  }

  @Override
  public String read(CellSink sink) throws IOException, Refusal {
    try (Workbook workbook = Workbook.open(file);
        XmlPart xml = workbook.cells(sheet)) {
      SheetRows rows = new SheetRows(workbook, xml);
      HeaderSink names = new HeaderSink();
      while (names.isBlank() && rows.next(names)) {
        names.end();
      }
      while (rows.next(sink)) {
        sink.end();
      }
      return fingerprint;
    }
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public String lineWord() {
    return "line";
  }

  @Override
  public boolean separatedBySemicolon() {
    return false;
  }

  /// The day of a serial number; empty where it cannot be one of a report.
  static Optional<LocalDate> day(Workbook workbook, char[] chars, int length) {
    int point = 0;
    while (point < length && chars[point] != '.') {
      point++;
    }
    int serial = Whole.of(new String(chars, 0, point));
    if (serial < EARLIEST_SERIAL || serial > LATEST_SERIAL) {
      return Optional.empty();
    }
    return Optional.of((workbook.from1904() ? DAY_ZERO_1904 : DAY_ZERO).plusDays(serial));
  }

  /// Collects the cells of the first row that has any.
  private static final class HeaderSink implements CellSink {
    private final List<String> names = new ArrayList<>();

    boolean isBlank() {
      return names.stream().allMatch(String::isBlank);
    }

    List<String> names() {
      return List.copyOf(names);
    }

    @Override
    public void start(long line) {
      names.clear();
    }

    @Override
    public void written(int column, char[] chars, int from, int length) {
      if (column <= Limits.COLUMNS) {
        while (names.size() < column) {
          names.add("");
        }
        if (names.size() == column) {
          names.add(new String(chars, from, length));
        }
      }
    }

    @Override
    public void plain(int column, char[] chars, int from, int length) {
      written(column, chars, from, length);
    }

    @Override
    public void day(int column, LocalDate day) {
      String text = day.toString();
      written(column, text.toCharArray(), 0, text.length());
    }

    @Override
    public void number(int column, char[] chars, int from, int length, Optional<LocalDate> asDay) {
      written(column, chars, from, length);
    }

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
      return names.size();
    }
  }
}
