package dev.spendlight.reports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// An Excel workbook (.xlsx): its sheets, and what cells share: strings, and which formats show
/// dates.
///
/// Written here, and not taken from a library, because the readers at hand believe what a file says
/// of itself: one cell that names column `ZZZZZZ` or shared string 2,000,000,000 makes them fill
/// the memory.
final class Workbook implements AutoCloseable {
  private static final String DEFAULT_MAIN = "xl/workbook.xml";
  private static final int FIRST_DATE_FORMAT = 14;
  private static final int LAST_DATE_FORMAT = 22;

  /// @param part where its cells are
  record Sheet(String name, String part) {}

  private final ZipFile zip;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();
  private final List<Boolean> dateFormats = new ArrayList<>();
  private boolean from1904;

  private Workbook(ZipFile zip) {
    this.zip = zip;
  }

  static Workbook open(Path file) throws IOException, Refusal {
    Workbook workbook = new Workbook(new ZipFile(file.toFile()));
    try {
      workbook.readParts();
      return workbook;
    } catch (IOException | Refusal | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  private void readParts() throws IOException, Refusal {
    Map<String, String> parts = new HashMap<>();
    if (zip.getEntry("[Content_Types].xml") != null) {
      try (XmlPart xml = part("[Content_Types].xml")) {
        while (xml.next()) {
          if (xml.begins("Override")) {
            String type = xml.attribute("ContentType");
            parts.putIfAbsent(type.substring(type.lastIndexOf('.') + 1), xml.attribute("PartName"));
            if (type.endsWith("sheet.main+xml") || type.endsWith("sheet.macroEnabled.main+xml")) {
              parts.put("main", xml.attribute("PartName"));
            }
          }
        }
      }
    }
    String main = withoutSlash(parts.getOrDefault("main", DEFAULT_MAIN));
    Map<String, String> targets = targets(main);
    readSheets(main, targets);
    readStrings(withoutSlash(parts.getOrDefault("sharedStrings+xml", "xl/sharedStrings.xml")));
    readFormats(withoutSlash(parts.getOrDefault("styles+xml", "xl/styles.xml")));
  }

  private static String withoutSlash(String part) {
    return part.startsWith("/") ? part.substring(1) : part;
  }

  private Map<String, String> targets(String main) throws IOException {
    int slash = main.lastIndexOf('/') + 1;
    String folder = main.substring(0, slash);
    Map<String, String> targets = new HashMap<>();
    try (XmlPart xml = part(folder + "_rels/" + main.substring(slash) + ".rels")) {
      while (xml.next()) {
        if (xml.begins("Relationship")) {
          String target = xml.attribute("Target");
          targets.put(
              xml.attribute("Id"), target.startsWith("/") ? target.substring(1) : folder + target);
        }
      }
    }
    return targets;
  }

  private void readSheets(String main, Map<String, String> targets) throws IOException {
    try (XmlPart xml = part(main)) {
      while (xml.next()) {
        if (xml.begins("workbookPr")) {
          String value = xml.attribute("date1904");
          from1904 = value.equals("1") || value.equals("true");
        } else if (xml.begins("sheet") && sheets.size() < Limits.SHEETS) {
          String target = targets.get(xml.qualified("id"));
          if (target != null && xml.attribute("state").isEmpty()) {
            sheets.add(new Sheet(xml.attribute("name"), target));
          }
        }
      }
    }
  }

  private void readStrings(String part) throws IOException, Refusal {
    if (zip.getEntry(part) == null) {
      return;
    }
    long all = 0;
    try (XmlPart xml = part(part)) {
      StringBuilder text = new StringBuilder();
      boolean phonetic = false;
      while (xml.next()) {
        if (xml.begins("si")) {
          text.setLength(0);
        } else if (xml.begins("rPh")) {
          phonetic = true;
        } else if (xml.ends("rPh")) {
          phonetic = false;
        } else if (xml.begins("t") && !phonetic) {
          xml.text(text);
        } else if (xml.ends("si")) {
          all += text.length();
          if (all > Limits.SHARED_CHARS || strings.size() >= Limits.SHARED_STRINGS) {
            throw new Refusal(
                "It holds more different texts than a workbook can be read with; export the report as CSV.");
          }
          strings.add(text.toString());
        }
      }
    }
  }

  private void readFormats(String part) throws IOException {
    if (zip.getEntry(part) == null) {
      return;
    }
    Map<String, Boolean> dates = new HashMap<>();
    boolean cellFormats = false;
    try (XmlPart xml = part(part)) {
      while (xml.next()) {
        if (xml.begins("numFmt")) {
          dates.put(xml.attribute("numFmtId"), isDateFormat(xml.attribute("formatCode")));
        } else if (xml.begins("cellXfs")) {
          cellFormats = true;
        } else if (xml.ends("cellXfs")) {
          cellFormats = false;
        } else if (cellFormats && xml.begins("xf") && dateFormats.size() < Limits.CELL_FORMATS) {
          String id = xml.attribute("numFmtId");
          dateFormats.add(dates.getOrDefault(id, isBuiltInDate(id)));
        }
      }
    }
  }

  private static boolean isBuiltInDate(String id) {
    int number = Whole.of(id);
    return number >= FIRST_DATE_FORMAT
        && number <= LAST_DATE_FORMAT
        && (number <= 17 || number == LAST_DATE_FORMAT);
  }

  /// Day, month or year letters outside quotes and brackets.
  private static boolean isDateFormat(String code) {
    boolean quoted = false;
    boolean bracketed = false;
    for (int i = 0; i < code.length(); i++) {
      char c = Character.toLowerCase(code.charAt(i));
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '[' || c == ']') {
        bracketed = c == '[';
      } else if (!quoted && !bracketed && (c == 'd' || c == 'y' || c == 'm')) {
        return true;
      }
    }
    return false;
  }

  /// The visible sheets, in order.
  List<Sheet> sheets() {
    return sheets;
  }

  XmlPart cells(Sheet sheet) throws IOException {
    return part(sheet.part());
  }

  private XmlPart part(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ZipException("part missing");
    }
    InputStream bytes = ZipPart.open(zip, entry);
    return new XmlPart(bytes);
  }

  /// A string that cells share; empty when the file has no such.
  String string(int index) {
    return index >= 0 && index < strings.size() ? strings.get(index) : "";
  }

  /// Whether a cell of this format shows a date.
  boolean isDate(int format) {
    return format >= 0 && format < dateFormats.size() && dateFormats.get(format);
  }

  /// Whether days are counted from 1904, as on old Macintosh computers.
  boolean from1904() {
    return from1904;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
