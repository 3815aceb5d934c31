package dev.spendlight.reports;

import java.io.IOException;
import java.util.List;

/// A report in one format. Rows are streamed, never held; both methods open the content anew.
sealed interface Table permits CsvTable, JsonTable, XlsxTable {

  /// The names of the columns, in order; blank for a column without one.
  List<String> header() throws IOException, Refusal;

  /// Hands over all rows after the header.
  ///
  /// @return SHA-256 of the content, hexadecimal
  String read(CellSink sink) throws IOException, Refusal;

  /// What a person should know of the reading, once it is done; one sentence each.
  List<String> notes();

  /// What a row is found by in a message: "line" or "row".
  String lineWord();

  /// Whether cells are text in which a comma may be the decimal sign.
  boolean separatedBySemicolon();
}
