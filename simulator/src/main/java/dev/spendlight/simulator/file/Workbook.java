package dev.spendlight.simulator.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook of one sheet, written cell by cell.
///
/// Not a library's, for two reasons: libraries put the time of writing into the file, so that the
/// same rows would not give the same bytes; and they write what is right, while this has to write
/// what the platform does, such as a dimension that says `A1`.
final class Workbook implements AutoCloseable {
  /// Days from the spreadsheets' day 0 to 1970-01-01.
  static final long DAYS_TO_1970 = 25_569;

  /// How a number is shown; the order is that of the cell formats in `styles.xml`.
  enum Format {
    DAY("mmm\\ dd\\,\\ yyyy"),
    COUNT("0"),
    MONEY("#,##0.00"),
    PERCENT("0.0000%"),
    FACTOR("0.00");

    private final String code;

    Format(String code) {
      this.code = code;
    }
  }

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final int FIRST_FORMAT = 164;
  private static final int LONGEST_SHEET_NAME = 31;

  private final ZipOutputStream zip;
  private final Writer xml;
  private final boolean sharedStrings;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private int row;
  private int column;

  Workbook(OutputStream out, String sheetName, boolean sharedStrings) throws IOException {
    this.zip = new ZipOutputStream(out);
    this.xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 15);
    this.sharedStrings = sharedStrings;
    part("[Content_Types].xml", contentTypes());
    part("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    part("xl/workbook.xml", workbook(sheetName));
    part(
        "xl/_rels/workbook.xml.rels",
        relations(
            "worksheet",
            "worksheets/sheet1.xml",
            "styles",
            "styles.xml",
            "sharedStrings",
            "sharedStrings.xml"));
    part("xl/styles.xml", styles());
    begin("xl/worksheets/sheet1.xml");
    xml.write("<worksheet xmlns=\"" + MAIN + "\">");
    xml.write(sharedStrings ? "" : "<dimension ref=\"A1\"/>");
    xml.write("<sheetData>");
  }

  void beginRow() throws IOException {
    row++;
    column = 0;
    xml.write("<row r=\"" + row + "\">");
  }

  void endRow() throws IOException {
    xml.write("</row>");
  }

  void blank() {
    column++;
  }

  void text(String text) throws IOException {
    if (sharedStrings) {
      int index = strings.computeIfAbsent(text, any -> strings.size());
      xml.write("<c r=\"" + place() + "\" t=\"s\"><v>" + index + "</v></c>");
    } else {
      xml.write("<c r=\"" + place() + "\" t=\"inlineStr\"><is>");
      element(text);
      xml.write("</is></c>");
    }
  }

  void number(String number, Format format) throws IOException {
    xml.write(
        "<c r=\"" + place() + "\" s=\"" + (format.ordinal() + 1) + "\"><v>" + number + "</v></c>");
  }

  @Override
  public void close() throws IOException {
    xml.write("</sheetData></worksheet>");
    end();
    begin("xl/sharedStrings.xml");
    xml.write("<sst xmlns=\"" + MAIN + "\" uniqueCount=\"" + strings.size() + "\">");
    for (String text : strings.keySet()) {
      xml.write("<si>");
      element(text);
      xml.write("</si>");
    }
    xml.write("</sst>");
    end();
    zip.close();
  }

  private String place() {
    int index = column++;
    return index < 26
        ? (char) ('A' + index) + Integer.toString(row)
        : (char) ('A' + index / 26 - 1) + String.valueOf((char) ('A' + index % 26)) + row;
  }

  private void element(String text) throws IOException {
    xml.write("<t xml:space=\"preserve\">");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> xml.write("&amp;");
        case '<' -> xml.write("&lt;");
        case '>' -> xml.write("&gt;");
        default -> xml.write(c < ' ' ? ' ' : c);
      }
    }
    xml.write("</t>");
  }

  private void part(String name, String content) throws IOException {
    begin(name);
    xml.write(content);
    end();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(WRITTEN);
    zip.putNextEntry(entry);
    xml.write(HEAD);
  }

  private void end() throws IOException {
    xml.flush();
    zip.closeEntry();
  }

  private static String contentTypes() {
    return "<Types xmlns=\""
        + PACKAGE
        + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
        + ".relationships+xml\"/>"
        + override("/xl/workbook.xml", "sheet.main")
        + override("/xl/worksheets/sheet1.xml", "worksheet")
        + override("/xl/styles.xml", "styles")
        + override("/xl/sharedStrings.xml", "sharedStrings")
        + "</Types>";
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + type + "+xml\"/>";
  }

  private static String relations(String... typesAndTargets) {
    StringBuilder relations =
        new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      relations.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, RELATIONS, typesAndTargets[i], typesAndTargets[i + 1]));
    }
    return relations.append("</Relationships>").toString();
  }

  private static String workbook(String sheetName) {
    String name = sheetName.substring(0, Math.min(LONGEST_SHEET_NAME, sheetName.length()));
    return "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        .formatted(MAIN, RELATIONS, name);
  }

  private static String styles() {
    StringBuilder codes = new StringBuilder();
    StringBuilder cells =
        new StringBuilder(
            "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
    for (Format format : Format.values()) {
      int id = FIRST_FORMAT + format.ordinal();
      codes.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(id, format.code));
      cells.append(
          "<xf numFmtId=\"%d\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
              .formatted(id));
    }
    int formats = Format.values().length;
    return "<styleSheet xmlns=\"%s\"><numFmts count=\"%d\">%s</numFmts>"
            .formatted(MAIN, formats, codes)
        + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
        + "<borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"%d\">%s</cellXfs></styleSheet>".formatted(formats + 1, cells);
  }
}
