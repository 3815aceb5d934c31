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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
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
    boolean fine = byDay && (level == KeyLevel.TARGET || level == KeyLevel.SUBJECT);
    Sums sums = fine ? fineSums(selection, window, level) : sums(selection, window, level, byDay);
    int[] index = sums.takeKeys();
    Numbers numbers = Numbers.among(index);
    RowKey[] keys = new KeyReader(connection, rows).keys(level, numbers);
    for (int i = 0; i < index.length; i++) {
      index[i] = numbers.placeOf(index[i]);
    }
    return sums.takeTable(List.of(keys), index);
  }

  /// Adds up here rather than in the engine, unless the sums are so large that on their way they
  /// leave a long.
  private Sums fineSums(Selection selection, AttributionWindow window, KeyLevel level)
      throws SQLException {
    try {
      return run(selection, sql(selection, window, level, "p.day", "p.%s", ""));
    } catch (ArithmeticException onTheWay) {
      return sums(selection, window, level, true);
    }
  }

  private Sums sums(Selection selection, AttributionWindow window, KeyLevel level, boolean byDay)
      throws SQLException {
    String day = byDay ? "p.day" : "min(p.day)";
    String groups = "GROUP BY key" + (byDay ? ", p.day" : "");
    return run(selection, sql(selection, window, level, day, "sum(p.%s)::BIGINT", groups));
  }

  private static String sql(
      Selection selection,
      AttributionWindow window,
      KeyLevel level,
      String day,
      String value,
      String groups) {
    String values =
        Stream.of(
                Measure.IMPRESSIONS,
                Measure.CLICKS,
                Measure.SPEND,
                Measure.sales(window),
                Measure.orders(window),
                Measure.units(window))
            .map(each -> value.formatted(each.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", "));
    return """
    WITH %s
    SELECT %s AS key, (%s - DATE '1970-01-01')::INTEGER, %s
    FROM performance p
    SEMI JOIN picked ON %s
    %s
    %s
    """
        .formatted(
            SelectedRows.definition(selection.grain()),
            level == KeyLevel.SUBJECT ? "p.subject" : "subject_key.key",
            day,
            values,
            SelectedRows.condition(selection.grain()),
            keyOfSubject(level),
            groups);
  }

  private Sums run(Selection selection, String sql) throws SQLException {
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
}
