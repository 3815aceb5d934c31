package dev.spendlight.storage;

import dev.spendlight.report.EntityState;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/// The numbers of settings during an import: few differ, so a row holds a number.
///
/// Settings of earlier imports get new numbers; that is harmless and spares reading them.
final class StateDictionary {
  /// The number of [EntityState#UNKNOWN].
  static final int UNKNOWN = 0;

  private static final int MOST_REMEMBERED = 20_000;

  private final RowBatch added = new RowBatch(2048, 1, 0, 5);
  private final Map<EntityState, Integer> numbers = new HashMap<>();
  private final Connection connection;
  private final RowSource rows;
  private EntityState previous = EntityState.UNKNOWN;
  private int previousNumber = UNKNOWN;
  private int last;

  StateDictionary(Connection connection, RowSource rows) throws SQLException {
    this.connection = connection;
    this.rows = rows;
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT coalesce(max(id), 0) FROM state")) {
      result.next();
      last = result.getInt(1);
    }
  }

  int numberOf(EntityState state) throws SQLException {
    if (!state.equals(previous)) {
      previousNumber = state.equals(EntityState.UNKNOWN) ? UNKNOWN : find(state);
      previous = state;
    }
    return previousNumber;
  }

  private int find(EntityState state) throws SQLException {
    Integer known = numbers.get(state);
    if (known != null) {
      return known;
    }
    if (numbers.size() == MOST_REMEMBERED) {
      numbers.clear();
    }
    last++;
    numbers.put(state, last);
    added.setInt(0, last);
    added.setString(0, state.status());
    added.setString(1, state.bidMicros().map(Object::toString).orElse(""));
    added.setString(2, state.budgetMicros().map(Object::toString).orElse(""));
    added.setString(3, state.timeInBudget().map(BigDecimal::toString).orElse(""));
    added.setString(4, state.start().map(Object::toString).orElse(""));
    added.endRow();
    if (added.isFull()) {
      flush();
    }
    return last;
  }

  /// Writes the settings that are new.
  void flush() throws SQLException {
    rows.insert(
        connection,
        """
        INSERT INTO state
        SELECT c0, c1, nullif(c2, '')::BIGINT, nullif(c3, '')::BIGINT, nullif(c4, ''), nullif(c5, '')::DATE
        FROM spendlight_rows(?)
        """,
        added);
  }
}
