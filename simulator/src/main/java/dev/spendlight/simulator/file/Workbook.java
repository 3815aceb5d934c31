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
import java.util.zip.Deflater;
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

    String code() {
      return code;
    }
  }

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final int LETTERS = 26;
  private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final Writer xml;
  private final boolean sharedStrings;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final StringBuilder line = new StringBuilder();
  private int row;
  private int column;

  Workbook(OutputStream out, String sheetName, boolean sharedStrings) throws IOException {
    this.zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
    this.xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 15);
    this.sharedStrings = sharedStrings;
    part("[Content_Types].xml", WorkbookParts.contentTypes());
    part("_rels/.rels", WorkbookParts.relations("officeDocument", "xl/workbook.xml"));
    part("xl/workbook.xml", WorkbookParts.workbook(sheetName));
    part(
        "xl/_rels/workbook.xml.rels",
        WorkbookParts.relations(
            "worksheet",
            "worksheets/sheet1.xml",
            "styles",
            "styles.xml",
            "sharedStrings",
            "sharedStrings.xml"));
    part("xl/styles.xml", WorkbookParts.styles());
    begin("xl/worksheets/sheet1.xml");
    xml.write("<worksheet xmlns=\"" + WorkbookParts.MAIN + "\">");
    xml.write(sharedStrings ? "" : "<dimension ref=\"A1\"/>");
    xml.write("<sheetData>");
  }

  void beginRow() {
    row++;
    column = 0;
    line.append("<row r=\"").append(row).append("\">");
  }

  void endRow() throws IOException {
    xml.append(line.append("</row>"));
    line.setLength(0);
  }

  void blank() {
    column++;
  }

  void text(String text) {
    beginCell();
    if (sharedStrings) {
      int index = strings.computeIfAbsent(text, any -> strings.size());
      line.append(" t=\"s\"><v>").append(index).append("</v></c>");
    } else {
      line.append(" t=\"inlineStr\"><is>");
      element(text);
      line.append("</is></c>");
    }
  }

  void number(String number, Format format) {
    beginCell();
    line.append(" s=\"")
        .append(format.ordinal() + 1)
        .append("\"><v>")
        .append(number)
        .append("</v></c>");
  }

  @Override
  public void close() throws IOException {
    xml.write("</sheetData></worksheet>");
    end();
    begin("xl/sharedStrings.xml");
    xml.write("<sst xmlns=\"" + WorkbookParts.MAIN + "\" uniqueCount=\"" + strings.size() + "\">");
    for (String text : strings.keySet()) {
      xml.write("<si>");
      element(text);
      xml.append(line.append("</si>"));
      line.setLength(0);
    }
    xml.write("</sst>");
    end();
    zip.close();
  }

  private void beginCell() {
    int index = column++;
    line.append("<c r=\"");
    if (index >= LETTERS) {
      line.append((char) ('A' + index / LETTERS - 1));
    }
    line.append((char) ('A' + index % LETTERS)).append(row).append('"');
  }

  private void element(String text) {
    line.append("<t xml:space=\"preserve\">");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> line.append("&amp;");
        case '<' -> line.append("&lt;");
        case '>' -> line.append("&gt;");
        default -> line.append(c < ' ' ? ' ' : c);
      }
    }
    line.append("</t>");
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
}
