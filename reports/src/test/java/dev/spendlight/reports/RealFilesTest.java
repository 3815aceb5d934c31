package dev.spendlight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ReportKind;
import dev.spendlight.testing.SharedFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real exports, against rows and totals as POI and Commons CSV read them.
class RealFilesTest {
  @TempDir Path folder;

  private Imported read(Path file) {
    return ImportSession.imported(new ImportSession(folder).run(file).files().getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "amazon-sp-AE-2025-07/Sponsored_Products_Search_term_report.xlsx, RANGE, AED, 2025-07-01..2025-07-30",
    "amazon-sp-UK-2023/Sponsored Products Search term report.xlsx, DAILY, GBP, 2023-05-18..2023-07-12",
    "amazon-sp-US-2022-08/Sponsored Products Search term report.xlsx, RANGE, USD, 2022-07-17..2022-08-15",
    "amazon-sp-US-2022-08/Sponsored Products Search term report2.xlsx, RANGE, USD, 2022-08-01..2022-08-01",
  })
  void searchTermWorkbooks(String name, Grain grain, String currency, String period)
      throws IOException {
    Path file = SharedFiles.require("data/" + name);
    Imported imported = read(file);

    assertThat(imported.facts().kind()).isEqualTo(ReportKind.SEARCH_TERM);
    assertThat(imported.facts().grain()).isEqualTo(grain);
    assertThat(imported.facts().currency()).map(Object::toString).contains(currency);
    assertThat(imported.facts().period()).map(Object::toString).contains(period);
    assertThat(imported.skipped()).isEmpty();
    assertThat(imported.ignoredColumns()).isEmpty();
    try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile().toString())) {
      Sheet sheet = workbook.getSheetAt(0);
      assertThat(imported.facts().rowsRead()).isEqualTo(sheet.getLastRowNum());
      assertThat(imported.totals().impressions())
          .contains(sum(sheet, "Impressions").longValueExact());
      assertThat(imported.totals().clicks()).contains(sum(sheet, "Clicks").longValueExact());
      assertThat(imported.totals().orders())
          .contains(sum(sheet, "7 Day Total Orders (#)").longValueExact());
      assertThat(imported.totals().units())
          .contains(sum(sheet, "7 Day Total Units (#)").longValueExact());
      assertThat(imported.totals().spend().orElseThrow()).isEqualByComparingTo(sum(sheet, "Spend"));
      assertThat(imported.totals().sales().orElseThrow())
          .isEqualByComparingTo(sum(sheet, "7 Day Total Sales"));
    }
  }

  private static BigDecimal sum(Sheet sheet, String header) {
    int column = 0;
    Row headers = sheet.getRow(0);
    while (headers.getCell(column) == null
        || !headers.getCell(column).getStringCellValue().strip().equals(header)) {
      column++;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int r = 1; r <= sheet.getLastRowNum(); r++) {
      Cell cell = sheet.getRow(r).getCell(column);
      if (cell != null && cell.getCellType() == CellType.NUMERIC) {
        sum =
            sum.add(
                BigDecimal.valueOf(cell.getNumericCellValue()).setScale(6, RoundingMode.HALF_EVEN));
      }
    }
    return sum.stripTrailingZeros();
  }

  @Test
  void campaignCsvOfIndia() throws IOException {
    Path file =
        SharedFiles.require("data/amazon-sp-IN-2020-02/Sponsored Products Campaign report.csv");
    Imported imported = read(file);

    assertThat(imported.facts().kind()).isEqualTo(ReportKind.CAMPAIGN);
    assertThat(imported.facts().grain()).isEqualTo(Grain.DAILY);
    assertThat(imported.facts().days()).hasSize(15);
    try (CSVParser csv =
        CSVParser.parse(
            file,
            StandardCharsets.UTF_8,
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      List<CSVRecord> records = csv.getRecords();
      assertThat(imported.facts().rowsRead()).isEqualTo(records.size());
      assertThat(imported.totals().spend().orElseThrow())
          .isEqualByComparingTo(rupees(records, "Spend"));
      assertThat(imported.totals().sales().orElseThrow())
          .isEqualByComparingTo(rupees(records, "14 Day Total Sales (₹)"));
      assertThat(imported.totals().orders().orElseThrow())
          .isEqualTo(
              records.stream()
                  .mapToLong(r -> Long.parseLong(r.get("14 Day Total Orders (#)")))
                  .sum());
    }
  }

  private static BigDecimal rupees(List<CSVRecord> records, String column) {
    return records.stream()
        .map(r ->
            new BigDecimal(r.get(column).replace("Rs.", "")).setScale(6, RoundingMode.HALF_EVEN))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
