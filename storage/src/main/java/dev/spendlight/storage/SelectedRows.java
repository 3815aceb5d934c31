package dev.spendlight.storage;

import dev.spendlight.report.Grain;
import dev.spendlight.report.Selection;
import dev.spendlight.report.Selection.Slice;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;

/// The part of a statement that picks the rows of a [Selection], and its parameters.
///
/// Defines `picked(file, day)`; of a range file the day is NULL, because all its rows count.
final class SelectedRows {
  /// How many parameters [#DAILY] and [#RANGE] have, which come first in a statement.
  static final int PARAMETERS = 4;

  private static final String WANTED =
      """
      wanted AS (
        SELECT unnest(?::BIGINT[]) AS import,
               DATE '1970-01-01' + unnest(?::INTEGER[]) AS first_day,
               DATE '1970-01-01' + unnest(?::INTEGER[]) AS last_day
      ),
      """;

  private static final String DAILY =
      WANTED
          + """
          picked AS (
            SELECT DISTINCT file.id AS file, file_day.day
            FROM wanted
            JOIN file ON file.import = wanted.import AND file.grain = 'daily' AND file.kind = ?
            JOIN file_day ON file_day.file = file.id
              AND file_day.day BETWEEN wanted.first_day AND wanted.last_day
          )
          """;

  private static final String RANGE =
      WANTED
          + """
          picked AS (
            SELECT DISTINCT file.id AS file, NULL::DATE AS day
            FROM wanted
            JOIN file ON file.import = wanted.import AND file.grain = 'range' AND file.kind = ?
              AND file.first_day = wanted.first_day AND file.last_day = wanted.last_day
          )
          """;

  private SelectedRows() {}

  /// To be put after `WITH`.
  static String definition(Grain grain) {
    return grain == Grain.DAILY ? DAILY : RANGE;
  }

  /// What joins `performance p` with `picked`.
  static String condition(Grain grain) {
    return grain == Grain.DAILY
        ? "p.file = picked.file AND p.day = picked.day"
        : "p.file = picked.file";
  }

  static void bind(DuckDBConnection connection, PreparedStatement statement, Selection selection)
      throws SQLException {
    statement.setArray(1, connection.createArrayOf("BIGINT", of(selection, Slice::importId)));
    statement.setArray(
        2,
        connection.createArrayOf("BIGINT", of(selection, each -> each.days().from().toEpochDay())));
    statement.setArray(
        3,
        connection.createArrayOf("BIGINT", of(selection, each -> each.days().to().toEpochDay())));
    statement.setString(4, selection.kind().key());
  }

  private static Object[] of(Selection selection, Function<Slice, Long> part) {
    return selection.slices().stream().map(part).toArray();
  }
}
