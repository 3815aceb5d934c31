package dev.spendlight.storage;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.VisibleDay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Clicks and orders of each day in each pull of a daily report.
final class VisibleDayQuery {
  private VisibleDayQuery() {}

  static List<VisibleDay> read(
      Connection connection, ReportKind kind, LocalDate lastPull, AttributionWindow window)
      throws SQLException {
    String orders = Measure.orders(window).name();
    List<VisibleDay> visible = new ArrayList<>();
    // `answering` has for each day and pull the files of its last import.
    String sql =
        """
        WITH pull AS (
          SELECT file.id AS file, file.import, import.pulled,
            file.rows_imported > 0 AND NOT list_has_all(string_split(file.carried, ' '), ['CLICKS', '%1$s'])
              AS lacks
          FROM file JOIN import ON import.id = file.import
          WHERE file.kind = ? AND file.grain = 'daily' AND import.pulled <= ?
        ),
        answering AS (
          SELECT pull.file, pull.import, pull.pulled, file_day.day
          FROM pull JOIN file_day ON file_day.file = pull.file
          QUALIFY pull.import = max(pull.import) OVER (PARTITION BY pull.pulled, file_day.day)
        ),
        sums AS (
          SELECT p.file, p.day, sum(p.clicks) AS clicks, sum(p.%2$s) AS orders
          FROM performance p SEMI JOIN pull ON p.file = pull.file
          GROUP BY p.file, p.day
        )
        SELECT answering.day, answering.pulled,
          coalesce(sum(sums.clicks), 0)::BIGINT, coalesce(sum(sums.orders), 0)::BIGINT
        FROM answering
        LEFT JOIN sums ON sums.file = answering.file AND sums.day = answering.day
        WHERE answering.import NOT IN (SELECT import FROM pull WHERE lacks)
        GROUP BY answering.day, answering.pulled
        ORDER BY answering.day, answering.pulled
        """
            .formatted(orders, orders.toLowerCase(Locale.ROOT));
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, kind.key());
      select.setObject(2, lastPull);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          visible.add(
              new VisibleDay(
                  Objects.requireNonNull(row.getObject(1, LocalDate.class)),
                  Objects.requireNonNull(row.getObject(2, LocalDate.class)),
                  row.getLong(3),
                  row.getLong(4)));
        }
      }
    }
    return visible;
  }
}
