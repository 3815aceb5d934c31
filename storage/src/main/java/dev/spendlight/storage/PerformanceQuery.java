package dev.spendlight.storage;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Measure;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/// Sums of selected rows.
final class PerformanceQuery {
  /// What an account without rows answers.
  static final PerformanceTable NOTHING =
      new PerformanceTable(
          List.of(),
          new int[0],
          new int[0],
          new long[0],
          new long[0],
          new long[0],
          new long[0],
          new long[0],
          new long[0]);

  private final DuckDBConnection connection;
  private final RowSource rows;

  PerformanceQuery(Lease lease) throws SQLException {
    this.connection = lease.connection();
    this.rows = lease.engine().rows();
  }

  /// @throws ArithmeticException when a sum leaves the range of a long
  PerformanceTable read(Selection selection, AttributionWindow window, Detail detail, boolean byDay)
      throws SQLException {
    KeyLevel level = KeyLevel.of(detail);
    Sums sums = sums(selection, window, level, byDay);
    int[] keyOfRow = sums.keys.toArray();
    int[] numbers = Numbers.distinct(keyOfRow);
    RowKey[] keys = new KeyReader(connection, rows).keys(level, numbers);
    return sums.table(List.of(keys), keyOfRow, numbers);
  }

  private Sums sums(Selection selection, AttributionWindow window, KeyLevel level, boolean byDay)
      throws SQLException {
    String key = level == KeyLevel.SUBJECT ? "p.subject" : "subject_key.key";
    String day = "(%s - DATE '1970-01-01')::INTEGER".formatted(byDay ? "p.day" : "min(p.day)");
    String sql =
        """
        WITH %s
        SELECT %s AS key, %s AS day,
          sum(p.impressions)::BIGINT, sum(p.clicks)::BIGINT, sum(p.spend)::BIGINT,
          sum(p.%s)::BIGINT, sum(p.%s)::BIGINT, sum(p.%s)::BIGINT
        FROM performance p
        SEMI JOIN picked ON %s
        %s
        GROUP BY %s
        """
            .formatted(
                SelectedRows.definition(selection.grain()),
                key,
                day,
                column(Measure.sales(window)),
                column(Measure.orders(window)),
                column(Measure.units(window)),
                SelectedRows.condition(selection.grain()),
                keyOfSubject(level),
                byDay ? key + ", p.day" : key);
    try (DuckDBPreparedStatement select = connection.prepare(sql)) {
      SelectedRows.bind(connection, select, selection);
      try (DuckDBChunkedResult result = select.query()) {
        Sums sums = new Sums();
        while (result.nextChunk()) {
          sums.add(result.chunk());
        }
        return sums;
      }
    } catch (SQLException e) {
      if (StoreFailures.isOverflow(e)) {
        ArithmeticException overflow = new ArithmeticException("A sum leaves the range of a long.");
        overflow.initCause(e);
        throw overflow;
      }
      throw e;
    }
  }

  private static String keyOfSubject(KeyLevel level) {
    return switch (level) {
      case SUBJECT -> "";
      case TARGET ->
          "JOIN (SELECT id, parent AS key FROM subject) subject_key ON subject_key.id = p.subject";
      case AD_GROUP ->
          """
          JOIN (
            SELECT subject.id, target.parent AS key
            FROM subject JOIN target ON target.id = subject.parent
          ) subject_key ON subject_key.id = p.subject\
          """;
      case CAMPAIGN ->
          """
          JOIN (
            SELECT subject.id, ad_group.parent AS key
            FROM subject
            JOIN target ON target.id = subject.parent
            JOIN ad_group ON ad_group.id = target.parent
          ) subject_key ON subject_key.id = p.subject\
          """;
    };
  }

  private static String column(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }

  /// The result, column by column.
  private static final class Sums {
    private static final int VALUES = 6;

    private final GrowingInts keys = new GrowingInts();
    private final GrowingInts days = new GrowingInts();
    private final GrowingLongs[] values = new GrowingLongs[VALUES];

    Sums() {
      for (int i = 0; i < VALUES; i++) {
        values[i] = new GrowingLongs();
      }
    }

    void add(DuckDBDataChunkReader chunk) {
      keys.add(chunk.vector(0), chunk.rowCount());
      days.add(chunk.vector(1), chunk.rowCount());
      for (int i = 0; i < VALUES; i++) {
        values[i].add(chunk.vector(2 + i), chunk.rowCount());
      }
    }

    PerformanceTable table(List<RowKey> rowKeys, int[] index, int[] numbers) {
      for (int i = 0; i < index.length; i++) {
        index[i] = Numbers.indexOf(numbers, index[i]);
      }
      return new PerformanceTable(
          rowKeys,
          index,
          days.toArray(),
          values[0].toArray(),
          values[1].toArray(),
          values[2].toArray(),
          values[3].toArray(),
          values[4].toArray(),
          values[5].toArray());
    }
  }
}
