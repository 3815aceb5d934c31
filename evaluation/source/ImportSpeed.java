import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.spendlight.account.AccountId;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.service.ImportService;
import dev.spendlight.storage.DuckDbPerformanceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Imports a targeting report and reads the same file by other means, in turn: `ImportSpeed csv|json|xlsx FILE RUNS`.
///
/// The other means are DuckDB's own reader into a table of the file's columns, at one thread and with the memory that
/// the product gives it; for a workbook, a walk over its cells. Each has one run that does not count.
void main(String[] arguments) throws Exception {
  String format = arguments[0];
  Path file = Path.of(arguments[1]);
  int runs = Integer.parseInt(arguments[2]);
  double[] product = new double[runs];
  double[] other = new double[runs];
  long rows = 0;
  for (int run = -1; run < runs; run++) {
    double otherSeconds = seconds(() -> other(format, file));
    long[] read = new long[1];
    double productSeconds = seconds(() -> read[0] = product(file));
    rows = read[0];
    if (run >= 0) {
      product[run] = productSeconds;
      other[run] = otherSeconds;
    }
    System.out.printf("  %-4s %-7s import %6.2f s, %s %6.2f s%n",
        format, run < 0 ? "warm-up" : "run " + (run + 1), productSeconds, name(format), otherSeconds);
  }
  System.out.printf(
      "%s: %,d rows, %,d MB: import %.2f s (%,.0f rows/s), %s %.2f s, ratio %.2f%n",
      format, rows, Files.size(file) >> 20, median(product), rows / median(product), name(format), median(other),
      median(other) / median(product));
}

static final int MEMORY_MB = 256;

interface Work {
  void run() throws Exception;
}

double seconds(Work work) throws Exception {
  System.gc();
  long begin = System.nanoTime();
  work.run();
  return (System.nanoTime() - begin) / 1e9;
}

double median(double[] values) {
  double[] sorted = values.clone();
  Arrays.sort(sorted);
  return sorted[sorted.length / 2];
}

String name(String format) {
  return format.equals("xlsx") ? "walk of the cells" : "DuckDB's reader";
}

long product(Path file) throws IOException {
  Path folder = Files.createTempDirectory("spendlight-import");
  try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(folder)) {
    Request request = new Request(new AccountId("a"), List.of(file), LocalDate.of(2026, 6, 1), Optional.empty());
    return new ImportService(store, new ReportFileImporter(store))
        .read(request, Progress.NONE).result().files().stream()
            .mapToLong(each -> ((Imported) each).facts().rowsImported())
            .sum();
  } finally {
    remove(folder);
  }
}

void other(String format, Path file) throws Exception {
  if (format.equals("xlsx")) {
    walk(file);
    return;
  }
  Path folder = Files.createTempDirectory("spendlight-duckdb");
  String columns =
      (format.equals("csv") ? csvColumns(file) : jsonColumns(file)).entrySet().stream()
          .map(each -> "'%s': '%s'".formatted(each.getKey().replace("'", "''"), each.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
  String reader =
      format.equals("csv")
          ? "read_csv('%s', header = true, auto_detect = false, columns = %s)"
          : "read_json('%s', format = 'array', columns = %s)";
  try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("table.duckdb"));
      Statement statement = connection.createStatement()) {
    statement.execute("SET threads = 1; SET memory_limit = '%dMB'; SET preserve_insertion_order = true".formatted(MEMORY_MB));
    statement.execute("CREATE TABLE report AS SELECT * FROM " + reader.formatted(file, columns));
  } finally {
    remove(folder);
  }
}

Map<String, String> csvColumns(Path file) throws IOException {
  try (Stream<String> lines = Files.lines(file)) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String header : lines.findFirst().orElseThrow().split(",")) {
      String name = header.replace("\"", "");
      columns.put(name, type(name));
    }
    return columns;
  }
}

String type(String header) {
  if (header.equals("Date")) {
    return "DATE";
  }
  if (header.contains("ACoS") || header.contains("ROAS")) {
    return "VARCHAR";
  }
  if (header.matches("Impressions|Clicks|.*(Orders|Units).*")) {
    return "BIGINT";
  }
  if (header.matches("Spend|Bid.*|Cost Per Click.*|.* Sales.*")) {
    return "DECIMAL(18,7)";
  }
  return "VARCHAR";
}

Map<String, String> jsonColumns(Path file) throws IOException {
  Map<String, String> columns = new LinkedHashMap<>();
  try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
    json.nextToken();
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      columns.put(
          name,
          name.equals("date")
              ? "DATE"
              : name.matches("cost|.*[sS]ales.*|.*Bid.*|.*(Rate|costPerClick|Roas|roas|Acos|acos).*")
                  ? "DECIMAL(18,7)"
                  : value == JsonToken.VALUE_NUMBER_INT ? "BIGINT" : "VARCHAR");
    }
  }
  return columns;
}

void walk(Path file) throws IOException {
  try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
      Stream<Row> rows = workbook.getFirstSheet().openStream()) {
    long cells = rows.flatMap(Row::stream).filter(cell -> cell != null && !cell.getRawValue().isEmpty()).count();
    if (cells == 0) {
      throw new IOException("no cells in " + file);
    }
  }
}

void remove(Path folder) throws IOException {
  try (Stream<Path> paths = Files.walk(folder)) {
    for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(path);
    }
  }
}
