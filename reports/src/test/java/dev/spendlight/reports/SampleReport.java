package dev.spendlight.reports;

import dev.spendlight.metric.Metrics;
import dev.spendlight.metric.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Random rows of a search term report, and ways to write them down.
///
/// @param rows never empty
record SampleReport(List<Line> rows) {

  /// Money in cents.
  record Line(
      LocalDate day,
      int campaign,
      String campaignName,
      String target,
      String matchType,
      String term,
      long impressions,
      long clicks,
      long spend,
      long sales,
      long orders,
      long units) {}

  private static final String[] NAMES = {
    "Shoes | Exact",
    "Kinder; \"Größe\" 3,5",
    "Brand || 18th Jan'19",
    "🦊 キャンペーン",
    "a\\b",
    "=1+1",
    "  padded  ",
    "Total",
    "قائمة"
  };
  private static final String[] MATCH_TYPES = {"BROAD", "PHRASE", "EXACT"};
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);
  private static final String[] HEADER = {
    "Date",
    "Campaign Name",
    "Ad Group Name",
    "Targeting",
    "Match Type",
    "Customer Search Term",
    "Impressions",
    "Clicks",
    "Click-Thru Rate (CTR)",
    "Spend",
    "7 Day Total Sales ",
    "7 Day Total Orders (#)",
    "7 Day Total Units (#)"
  };

  static SampleReport of(RandomGenerator random, int rows) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int campaign = random.nextInt(NAMES.length);
      lines.add(
          new Line(
              LocalDate.of(2026, 1, 1).plusDays(random.nextInt(40)),
              campaign,
              NAMES[campaign],
              "keyword " + random.nextInt(5),
              MATCH_TYPES[random.nextInt(3)],
              random.nextInt(10) == 0 ? "*" : "term " + random.nextInt(20),
              random.nextInt(3) == 0 ? random.nextLong(2_000_000) : random.nextLong(100),
              random.nextLong(1, 50),
              random.nextInt(4) == 0 ? random.nextLong(10_000_000) : random.nextLong(1000),
              random.nextInt(3) == 0 ? random.nextLong(-500, 5_000_000) : 0,
              random.nextLong(-1, 4),
              random.nextLong(5)));
    }
    // A day that has one reading only.
    lines.add(
        new Line(
            LocalDate.of(2026, 1, 31), 0, NAMES[0], "keyword", "EXACT", "x", 1, 1, 5, 0, 0, 0));
    return new SampleReport(List.copyOf(lines));
  }

  Metrics totals() {
    return Metrics.of(
        rows.stream().mapToLong(Line::impressions).sum(),
        rows.stream().mapToLong(Line::clicks).sum(),
        Money.fromMicros(rows.stream().mapToLong(Line::spend).sum() * 10_000),
        Money.fromMicros(rows.stream().mapToLong(Line::sales).sum() * 10_000),
        rows.stream().mapToLong(Line::orders).sum(),
        rows.stream().mapToLong(Line::units).sum());
  }

  /// As American accounts export it.
  byte[] american() {
    DecimalFormat money = format("$#,##0.00", '.', ',');
    DecimalFormat count = format("#,##0", '.', ',');
    return csv(",", line -> ENGLISH.format(line.day()), money::format, count::format);
  }

  /// As Indian accounts export it.
  byte[] indian() {
    return csv(
        ",",
        line -> ENGLISH.format(line.day()),
        cents -> "Rs." + new BigDecimal(cents.toString()).stripTrailingZeros().toPlainString(),
        String::valueOf);
  }

  /// As a German spreadsheet saves it.
  byte[] german() {
    DecimalFormat money = format("€ #,##0.00", ',', '.');
    DecimalFormat count = format("#,##0", ',', '.');
    return csv(";", line -> DAY_FIRST.format(line.day()), money::format, count::format);
  }

  private static DecimalFormat format(String pattern, char decimal, char group) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setDecimalSeparator(decimal);
    symbols.setGroupingSeparator(group);
    return new DecimalFormat(pattern, symbols);
  }

  private byte[] csv(
      String separator,
      Function<Line, String> date,
      Function<BigDecimal, String> money,
      Function<Long, String> count) {
    StringBuilder text = new StringBuilder(String.join(separator, HEADER)).append('\n');
    for (Line line : rows) {
      List<String> cells =
          List.of(
              date.apply(line),
              line.campaignName(),
              "Group",
              line.target(),
              line.matchType(),
              line.term(),
              count.apply(line.impressions()),
              count.apply(line.clicks()),
              "1.66%",
              money.apply(BigDecimal.valueOf(line.spend(), 2)),
              money.apply(BigDecimal.valueOf(line.sales(), 2)),
              count.apply(line.orders()),
              count.apply(line.units()));
      text.append(
              cells.stream()
                  .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                  .collect(Collectors.joining(separator)))
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// As the reporting API gives it.
  byte[] json() {
    return rows.stream()
        .map(line ->
            """
            {"date":"%s","campaignId":%d,"campaignName":"%s","adGroupId":7,"adGroupName":"Group","keywordId":"%d","targeting":"%s",\
            "matchType":"%s","searchTerm":"%s","impressions":%d,"clicks":%d,"cost":%s,"clickThroughRate":1.66,"sales7d":%s,\
            "purchases7d":%d,"unitsSoldClicks7d":%d}\
            """
                .formatted(
                    line.day(),
                    9_007_199_254_740_993L + line.campaign(),
                    line.campaignName().replace("\\", "\\\\").replace("\"", "\\\""),
                    line.target().hashCode() & 0xffff,
                    line.target(),
                    line.matchType(),
                    line.term(),
                    line.impressions(),
                    line.clicks(),
                    BigDecimal.valueOf(line.spend(), 2),
                    BigDecimal.valueOf(line.sales(), 2),
                    line.orders(),
                    line.units()))
        .collect(Collectors.joining(",", "[", "]"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// As console exports in Excel's format have it.
  byte[] xlsx() {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("MMM dd, yyyy"));
      Sheet sheet = workbook.createSheet("Sponsored Product Search Term R");
      Row header = sheet.createRow(0);
      for (int i = 0; i < HEADER.length; i++) {
        header.createCell(i).setCellValue(HEADER[i]);
      }
      for (int i = 0; i < rows.size(); i++) {
        fill(sheet.createRow(i + 1), rows.get(i), date);
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Row row, Line line, CellStyle date) {
    row.createCell(0).setCellValue(line.day());
    row.getCell(0).setCellStyle(date);
    row.createCell(1).setCellValue(line.campaignName());
    row.createCell(2).setCellValue("Group");
    row.createCell(3).setCellValue(line.target());
    row.createCell(4).setCellValue(line.matchType());
    row.createCell(5).setCellValue(line.term());
    row.createCell(6).setCellValue(line.impressions());
    row.createCell(7).setCellValue(line.clicks());
    row.createCell(8).setCellValue(0.0166);
    row.createCell(9).setCellValue(line.spend() / 100.0);
    row.createCell(10).setCellValue(line.sales() / 100.0);
    row.createCell(11).setCellValue(line.orders());
    row.createCell(12).setCellValue(line.units());
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] zip(String name, byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
