package dev.spendlight.storage;

import dev.spendlight.account.AccountId;
import dev.spendlight.log.LogLimits;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/// What leaves the log, and in which order.
final class LogRemoval {
  private LogRemoval() {}

  /// @return how many exchanges went
  static int rotate(Connection connection, LogLimits limits, Instant now) throws SQLException {
    int gone =
        delete(connection, "DELETE FROM exchange WHERE asked_at < ?", before(now, limits.age()))
            + delete(
                connection,
                """
                DELETE FROM exchange WHERE id < (
                  SELECT id FROM exchange ORDER BY id DESC LIMIT 1 OFFSET ?)
                """,
                limits.exchanges() - 1);
    delete(connection, "DELETE FROM texts WHERE asked_at < ?", before(now, limits.textAge()));
    deleteTextsWithoutExchange(connection);
    delete(
        connection,
        """
        DELETE FROM texts WHERE exchange IN (
          SELECT exchange
          FROM (SELECT exchange, sum(bytes) OVER (ORDER BY exchange DESC) AS newer FROM texts)
          WHERE newer > ?)
        """,
        limits.textBytes());
    return gone;
  }

  /// @return whether there was anything
  static boolean delete(Connection connection, AccountId account) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM exchange WHERE account = ?")) {
      delete.setString(1, account.value());
      boolean any = delete.executeUpdate() > 0;
      deleteTextsWithoutExchange(connection);
      return any;
    }
  }

  private static void deleteTextsWithoutExchange(Connection connection) throws SQLException {
    try (Statement delete = connection.createStatement()) {
      delete.executeUpdate("DELETE FROM texts WHERE exchange NOT IN (SELECT id FROM exchange)");
    }
  }

  private static int delete(Connection connection, String sql, long value) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, value);
      return delete.executeUpdate();
    }
  }

  private static long before(Instant now, Duration age) {
    return now.minus(age).toEpochMilli();
  }
}
