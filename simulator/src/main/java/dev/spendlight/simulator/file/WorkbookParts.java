package dev.spendlight.simulator.file;

/// The parts of a workbook file that do not depend on its rows.
final class WorkbookParts {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final int FIRST_FORMAT = 164;
  private static final int LONGEST_SHEET_NAME = 31;

  private WorkbookParts() {}

  static String contentTypes() {
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

  static String relations(String... typesAndTargets) {
    StringBuilder relations =
        new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      relations.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, RELATIONS, typesAndTargets[i], typesAndTargets[i + 1]));
    }
    return relations.append("</Relationships>").toString();
  }

  static String workbook(String sheetName) {
    String name = sheetName.substring(0, Math.min(LONGEST_SHEET_NAME, sheetName.length()));
    return "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        .formatted(MAIN, RELATIONS, name);
  }

  static String styles() {
    StringBuilder codes = new StringBuilder();
    StringBuilder cells =
        new StringBuilder(
            "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
    for (Workbook.Format format : Workbook.Format.values()) {
      int id = FIRST_FORMAT + format.ordinal();
      codes.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(id, format.code()));
      cells.append(
          "<xf numFmtId=\"%d\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
              .formatted(id));
    }
    int formats = Workbook.Format.values().length;
    return "<styleSheet xmlns=\"%s\"><numFmts count=\"%d\">%s</numFmts>"
            .formatted(MAIN, formats, codes)
        + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
        + "<borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"%d\">%s</cellXfs></styleSheet>".formatted(formats + 1, cells);
  }
}
