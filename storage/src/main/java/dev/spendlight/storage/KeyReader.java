package dev.spendlight.storage;

import dev.spendlight.report.RowKey;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/// Turns numbers of keys back into keys, level by level, so that what many share is read once.
final class KeyReader {
  private final DuckDBConnection connection;
  private final RowSource rows;

  KeyReader(DuckDBConnection connection, RowSource rows) {
    this.connection = connection;
    this.rows = rows;
  }

  /// The keys in the order of their numbers.
  RowKey[] keys(KeyLevel level, Numbers numbers) throws SQLException {
    RowKey[] keys = new RowKey[numbers.size()];
    if (keys.length == 0) {
      return keys;
    }
    int[] parents = new int[keys.length];
    String[][] strings = read(level, numbers, parents);
    if (level.isTop()) {
      RowKey none = RowKey.campaign("", "");
      for (int i = 0; i < keys.length; i++) {
        keys[i] = level.key(none, strings[i]);
      }
      return keys;
    }
    Numbers distinct = Numbers.among(parents);
    RowKey[] above = keys(level.parent(), distinct);
    for (int i = 0; i < keys.length; i++) {
      keys[i] = level.key(above[distinct.placeOf(parents[i])], strings[i]);
    }
    return keys;
  }

  private String[][] read(KeyLevel level, Numbers numbers, int[] parents) throws SQLException {
    String columns =
        level.columns().stream().map("nullif(%s, '')"::formatted).collect(Collectors.joining(", "));
    String sql =
        "SELECT id, parent, %s FROM %s WHERE id IN (SELECT c0 FROM spendlight_rows(?)) ORDER BY id"
            .formatted(columns, level.table());
    int width = level.columns().size();
    String[][] strings = new String[numbers.size()][];
    try (RowSource.Published published = rows.publish(numbers.rows());
        DuckDBPreparedStatement select = connection.prepare(sql)) {
      select.setLong(1, published.handle());
      int next = 0;
      try (DuckDBChunkedResult result = select.query()) {
        while (result.nextChunk()) {
          DuckDBDataChunkReader chunk = result.chunk();
          for (long row = 0; row < chunk.rowCount(); row++) {
            parents[next] = chunk.vector(1).getInt(row);
            String[] own = new String[width];
            for (int i = 0; i < width; i++) {
              own[i] = string(chunk.vector(2 + i), row);
            }
            strings[next++] = own;
          }
        }
      }
      if (next != strings.length) {
        throw new SQLException(
            "Corrupt table %s: %d of %d keys".formatted(level.table(), next, strings.length));
      }
    }
    return strings;
  }

  private static String string(DuckDBReadableVector vector, long row) {
    return vector.isNull(row) ? "" : vector.getString(row);
  }
}
