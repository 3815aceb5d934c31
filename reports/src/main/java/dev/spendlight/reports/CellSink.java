package dev.spendlight.reports;

import java.time.LocalDate;
import java.util.Optional;

/// Takes the rows of a table cell by cell. A cell that is not handed over is blank.
///
/// The character arrays belong to the caller and change after the call. Cell methods never fail:
/// what is wrong is said by [#end].
interface CellSink {
  /// @param line where the row begins, the first line of the file being 1; in JSON the number of
  ///   the row
  void start(long line);

  /// A cell as people write it: currency signs, grouped digits, any date.
  void written(int column, char[] chars, int from, int length);

  /// A cell as programs write it: the dot is decimal, nothing is grouped.
  void plain(int column, char[] chars, int from, int length);

  void day(int column, LocalDate day);

  /// A number of a spreadsheet that does not show a date.
  ///
  /// @param asDay the day it is if it stands for one, empty where it can be none
  void number(int column, char[] chars, int from, int length, Optional<LocalDate> asDay);

  /// A value that has parts of its own, where a report has none.
  void nested(int column, String name);

  /// The row is of no use; the first such reason counts.
  ///
  /// @param reason without the value, so that rows can be counted by it
  void bad(String reason, String value);

  /// @return whether it was a row of the report, good or bad, and not a blank line or one of totals
  /// @throws Refusal when the file cannot be read on
  boolean end() throws Refusal;

  /// A column that the header did not tell, which happens in JSON.
  ///
  /// @return its place
  int column(String name);
}
