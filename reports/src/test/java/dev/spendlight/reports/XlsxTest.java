package dev.spendlight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.SkippedRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxTest {
  private static final List<Object> HEADER =
      List.of(
          "Date",
          "Currency",
          "Campaign Name",
          "Impressions",
          "Clicks",
          "Spend",
          "7 Day Total Sales ",
          "ACoS");

  @TempDir Path folder;
  private ImportSession session;

  @BeforeEach
  void open() {
    session = new ImportSession(folder);
  }

  private static byte[] workbook(Map<String, ? extends List<? extends List<?>>> sheets) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("mmm\\ dd\\,\\ yyyy"));
      sheets.forEach((name, rows) -> {
        Sheet sheet = workbook.createSheet(name);
        for (int r = 0; r < rows.size(); r++) {
          Row row = sheet.createRow(r);
          for (int c = 0; c < rows.get(r).size(); c++) {
            set(row.createCell(c), rows.get(r).get(c), date);
          }
        }
      });
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void set(Cell cell, Object value, CellStyle date) {
    switch (value) {
      case LocalDate day -> {
        cell.setCellValue(day);
        cell.setCellStyle(date);
      }
      case Number number -> cell.setCellValue(number.doubleValue());
      case String text when text.startsWith("=") -> cell.setCellFormula(text.substring(1));
      default -> cell.setCellValue(value.toString());
    }
  }

  private static byte[] sheet(List<?>... rows) {
    return workbook(Map.of("Report", List.of(rows)));
  }

  private static List<Object> row(Object date) {
    return List.of(date, "GBP", "C", 42, 1, 1.43, 0, "");
  }

  @Test
  void datesMayBeRealOrTextOrNumbers() {
    Imported imported =
        session.imported(
            "s",
            sheet(
                HEADER,
                row(LocalDate.parse("2023-05-18")),
                row("May 19, 2023"),
                row("2023-05-20"),
                row(45067),
                row(20230522)));
    assertThat(session.rows())
        .extracting(r -> r.from().toString())
        .containsExactly("2023-05-18", "2023-05-19", "2023-05-20", "2023-05-21", "2023-05-22");
    assertThat(imported.facts().grain()).isEqualTo(Grain.DAILY);
    assertThat(imported.totals().spend()).contains(new BigDecimal("7.15"));
    assertThat(imported.facts().currency()).map(Object::toString).contains("GBP");
  }

  @Test
  void numbersMayBeTextAndNamesMayBeNumbers() {
    session.imported(
        "s",
        sheet(
            HEADER, List.of("2023-05-20", "GBP", 2023, "1,042", "1", "£1,001.50", "£2.00", "5%")));
    assertThat(session.rows().getFirst().key().campaignName()).isEqualTo("2023");
    assertThat(session.store.files.getLast().facts().rowsImported()).isEqualTo(1);
  }

  @Test
  void idsStoredAsNumbersAreReadWhileTheyAreExact() {
    List<Object> header = List.of("Date", "Campaign Id", "Impressions", "Clicks", "Spend");
    Imported imported =
        session.imported(
            "s",
            sheet(
                header,
                List.of("2023-05-20", 123456789012345L, 1, 1, 1),
                List.of("2023-05-20", 123456789012345678L, 1, 1, 1),
                List.of("2023-05-20", "123456789012345678", 1, 1, 1)));
    assertThat(session.rows())
        .extracting(r -> r.key().campaignId())
        .containsExactly("123456789012345", "123456789012345678");
    assertThat(imported.skipped().getFirst().reason())
        .startsWith("campaign id was changed into a rounded number");
  }

  @Test
  void badCellsMakeBadRows() {
    Imported imported =
        session.imported(
            "s",
            sheet(
                HEADER,
                row("soon"),
                row("2023-05-20"),
                List.of("2023-05-20", "GBP", "C", "many", 1, 1.43, 0, "")));
    assertThat(imported.skipped())
        .containsExactly(
            new SkippedRows("date cannot be read (\"soon\")", 1, 2),
            new SkippedRows("impressions is not a whole number (\"many\")", 1, 4));
  }

  @Test
  void theSheetThatIsAReportIsRead() {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put("Notes", List.of(List.of("made by Ann")));
    sheets.put("Report", List.of(HEADER, row("2023-05-20")));
    assertThat(session.imported("s", workbook(sheets)).facts().rowsImported()).isEqualTo(1);
    sheets.put("Again", List.of(HEADER, row("2023-05-21")));
    assertThat(session.refused("t", workbook(sheets)))
        .isEqualTo(
            "It holds several reports (sheets \"Report\", \"Again\"); save each as a file of its own.");
  }

  @Test
  void bulkWorkbooksAndEmptyOnesAreRefused() {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put("Report", List.of(HEADER, row("2023-05-20")));
    sheets.put("Sponsored Products Campaigns", List.of(List.of("Product", "Entity", "Operation")));
    assertThat(session.refused("s", workbook(sheets)))
        .startsWith("It is a bulk operations workbook (it has a column \"Entity\")");
    assertThat(session.refused("t", workbook(Map.of("Report", List.of()))))
        .isEqualTo("It is a workbook without a filled sheet; export the report again.");
    assertThat(session.refused("u", sheet(List.of("a", "b"), List.of(1, 2))))
        .isEqualTo("It is not a report: none of its columns is known; they begin \"a\", \"b\".");
    assertThat(session.imported("v", sheet(HEADER)).facts().rowsRead()).isZero();
  }

  /// A workbook as its parts, to write what no library would.
  private static byte[] parts(String sheetXml, String sharedXml) {
    String workbook =
        "<workbook xmlns:r='r'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>";
    String rels =
        "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, String> part :
          Map.of(
                  "xl/workbook.xml", workbook,
                  "xl/_rels/workbook.xml.rels", rels,
                  "xl/worksheets/sheet1.xml", sheetXml,
                  "xl/sharedStrings.xml", sharedXml)
              .entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static String cells(String... texts) {
    StringBuilder row = new StringBuilder("<row>");
    for (String text : texts) {
      row.append("<c t='inlineStr'><is><t>").append(text).append("</t></is></c>");
    }
    return row + "</row>";
  }

  private static String sheetXml(String rows) {
    return "<worksheet><dimension ref='A1'/><sheetData>"
        + cells("Date", "Campaign Name", "Impressions", "Clicks", "Spend")
        + rows
        + "</sheetData></worksheet>";
  }

  @Test
  void cellsAreTrustedAndTheDimensionIsNot() {
    String rows =
        cells("2026-01-01", "C", "1", "1", "1.00") + cells("2026-01-01", "C", "1", "1", "1.00");
    assertThat(session.imported("s", parts(sheetXml(rows), "<sst/>")).facts().rowsImported())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<row><c r='ZZZZZZZ1'><v>1</v></c></row> | Line 2 has a cell beyond column 16,384, where no sheet has any; export the report again.",
        "<row><c r='B2'><v>1</v></row> | It is damaged or not what it seems to be; download or export it again.",
        "<row><c><v>&bomb;</v></c></row> | It is damaged or not what it seems to be; download or export it again.",
        "<row><c r='A2' t='s'><v>2000000000</v></c><c r='B2' t='s'><v>-1</v></c><c r='C2'><v>1</v></c></row> | None of its 1 rows can be used; the first, in line 2, has no campaign; export the report again.",
      })
  void hostileSheetsGetOneSentence(String row, String sentence) {
    assertThat(session.refused("s", parts(sheetXml(row), "<sst/>"))).isEqualTo(sentence);
  }

  @Test
  void endlessTextsAreRefused() {
    String longText = cells("2026-01-01", "x".repeat(100_000), "1", "1", "1");
    assertThat(session.refused("s", parts(sheetXml(longText), "<sst/>")))
        .isEqualTo(
            "It has a cell of more than 32,767 characters, which no report has; export the report again.");
    String attribute = "<row x='" + "y".repeat(3_000_000) + "'/>";
    assertThat(session.refused("t", parts(sheetXml(attribute), "<sst/>")))
        .isEqualTo("It is damaged or not what it seems to be; download or export it again.");
    String shared =
        "<sst>" + ("<si><t>" + "z".repeat(30_000) + "</t></si>").repeat(1_200) + "</sst>";
    assertThat(session.refused("u", parts(sheetXml(""), shared)))
        .isEqualTo(
            "It holds more different texts than a workbook can be read with; export the report as CSV.");
    String bomb =
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            + sheetXml("<row><c t='str'><v>&b;</v></c></row>");
    assertThat(session.refused("v", parts(bomb, "<sst/>")))
        .isEqualTo("It is damaged or not what it seems to be; download or export it again.");
  }

  @Test
  void aCutOffWorkbookIsRefused() {
    byte[] whole = sheet(HEADER, row("2023-05-20"));
    assertThat(session.refused("s", Arrays.copyOf(whole, whole.length / 2)))
        .isEqualTo("It is cut off: the end of the archive is missing; download it again.");
    assertThat(session.store.files).isEmpty();
  }

  @Test
  void aWorkbookInAZipIsReadAndItsCopyRemoved() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("r.xlsx"));
      zip.write(sheet(HEADER, row("2023-05-20")));
    }
    assertThat(session.imported("a.zip", packed.toByteArray()).file()).endsWith("a.zip/r.xlsx");
  }
}
