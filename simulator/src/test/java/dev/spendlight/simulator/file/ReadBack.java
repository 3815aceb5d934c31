package dev.spendlight.simulator.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.spendlight.report.Measure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Totals of a written file, read by other people's libraries.
final class ReadBack {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private ReadBack() {}

  static Map<Measure, BigDecimal> json(byte[] file, boolean gzip) throws IOException {
    InputStream bytes = new ByteArrayInputStream(file);
    Map<Measure, BigDecimal> totals = new EnumMap<>(Measure.class);
    for (JsonNode row : JSON.readTree(gzip ? new GZIPInputStream(bytes) : bytes)) {
      for (Measure measure : Measure.values()) {
        totals.merge(measure, row.get(field(measure)).decimalValue(), BigDecimal::add);
      }
    }
    return totals;
  }

  private static String field(Measure measure) {
    String[] words = measure.name().split("_");
    return switch (words[0]) {
      case "SPEND" -> "cost";
      case "SALES" -> "sales" + words[1] + "d";
      case "ORDERS" -> "purchases" + words[1] + "d";
      case "UNITS" -> "unitsSoldClicks" + words[1] + "d";
      default -> words[0].toLowerCase(Locale.ROOT);
    };
  }

  static Map<Measure, BigDecimal> csv(byte[] file, ConsoleStyle style, Map<Measure, String> headers)
      throws IOException {
    String text = new String(file, UTF_8);
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(style.numbers().hasComma() ? ';' : ',').get();
    List<CSVRecord> records =
        format.parse(new StringReader(text.replace("\uFEFF", ""))).getRecords();
    List<String> header = records.getFirst().toList();
    Map<Measure, BigDecimal> totals = new EnumMap<>(Measure.class);
    headers.forEach((measure, name) ->
        records.stream()
            .skip(1)
            .map(record -> number(record.get(header.indexOf(name)), style))
            .forEach(value -> totals.merge(measure, value, BigDecimal::add)));
    return totals;
  }

  private static BigDecimal number(String text, ConsoleStyle style) {
    String bare = text.replace("Rs.", "").replaceAll("[^0-9,.-]", "");
    return new BigDecimal(
        style.numbers().hasComma() ? bare.replace(".", "").replace(',', '.') : bare);
  }

  static Map<Measure, BigDecimal> xlsx(byte[] file, Map<Measure, String> headers)
      throws IOException {
    Map<Measure, BigDecimal> totals = new EnumMap<>(Measure.class);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = new ArrayList<>();
      workbook.getSheetAt(0).forEach(rows::add);
      for (Cell cell : rows.getFirst()) {
        headers.forEach((measure, name) -> {
          if (name.equals(cell.getStringCellValue())) {
            rows.stream()
                .skip(1)
                .map(row -> row.getCell(cell.getColumnIndex()))
                .peek(value -> checkNumeric(value))
                .map(value -> BigDecimal.valueOf(value.getNumericCellValue()))
                .forEach(value -> totals.merge(measure, value, BigDecimal::add));
          }
        });
      }
    }
    return totals;
  }

  private static void checkNumeric(Cell cell) {
    if (cell.getCellType() != CellType.NUMERIC) {
      throw new AssertionError("Not a number: " + cell);
    }
  }
}
