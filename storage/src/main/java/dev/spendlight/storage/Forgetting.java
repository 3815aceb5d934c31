package dev.spendlight.storage;

import dev.spendlight.report.Grain;
import dev.spendlight.report.Selection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/// Removes selected rows, the days that they answered for, and files that answer for nothing any
/// more.
final class Forgetting {
  private static final String DAILY =
      """
      DELETE FROM performance p USING forgotten f WHERE p.file = f.file AND p.day = f.day;
      DELETE FROM file_day d USING forgotten f WHERE d.file = f.file AND d.day = f.day;
      DELETE FROM file WHERE id IN (SELECT file FROM forgotten) AND id NOT IN (SELECT file FROM file_day);
      """;

  private static final String RANGE =
      """
      DELETE FROM performance WHERE file IN (SELECT file FROM forgotten);
      DELETE FROM file WHERE id IN (SELECT file FROM forgotten);
      """;

  private Forgetting() {}

  static void run(DuckDBConnection connection, Selection selection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement pick =
            connection.prepareStatement(
                "CREATE OR REPLACE TEMP TABLE forgotten AS WITH %s SELECT file, day FROM picked"
                    .formatted(SelectedRows.definition(selection.grain())));
        Statement delete = connection.createStatement()) {
      SelectedRows.bind(connection, pick, selection);
      pick.executeUpdate();
      delete.execute(selection.grain() == Grain.DAILY ? DAILY : RANGE);
      delete.execute("DROP TABLE forgotten");
    }
    connection.commit();
  }
}
