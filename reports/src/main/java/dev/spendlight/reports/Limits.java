package dev.spendlight.reports;

/// How much of anything a file may hold. Real reports stay far below; what is above is damage or an
/// attack.
final class Limits {
  /// Columns of a table. The widest known report has 53.
  static final int COLUMNS = 1_000;

  /// Characters of one cell, and of one JSON string.
  static final int CELL = 32_767;

  /// Characters up to the end of the header line.
  static final int HEADER = 262_144;

  /// Depth of a JSON document; rows stand at depth 2.
  static final int JSON_DEPTH = 16;

  /// Characters of a JSON number, and of a number in a sheet.
  static final int NUMBER = 100;

  /// JSON rows whose fields tell which report it is.
  static final int FIRST_ROWS = 20;

  /// Unpacked bytes that are always accepted, whatever the ratio.
  static final long FREE_BYTES = 64L << 20;

  /// Unpacked bytes for each packed one, beyond [#FREE_BYTES]. Real reports reach about 40.
  static final long RATIO = 400;

  /// Unpacked bytes of one report: 16 GiB.
  static final long CONTENT_BYTES = 16L << 30;

  /// Files in one archive, and files of one import.
  static final int FILES = 10_000;

  /// Digits that a spreadsheet keeps of a number.
  static final int EXACT_DIGITS = 15;

  /// Bytes between two tags of a workbook's XML.
  static final int XML_RUN = 1 << 20;

  /// Characters of all shared strings of a workbook: 32 Mi, 64 MB of memory at worst.
  static final int SHARED_CHARS = 32 << 20;

  /// Shared strings of a workbook.
  static final int SHARED_STRINGS = 1_000_000;

  /// Cell formats of a workbook, as Excel has it.
  static final int CELL_FORMATS = 65_490;

  /// Sheets of a workbook that are looked at.
  static final int SHEETS = 100;

  /// Money in micros that one cell may hold: a thousand million.
  static final long MONEY_MICROS = 1_000_000_000_000_000L;

  /// What a cell may count.
  static final long COUNT = 1_000_000_000_000L;

  /// Reasons for which rows of one file are skipped are told apart up to this number.
  static final int SKIP_REASONS = 100;

  private Limits() {}
}
