package dev.spendlight.storage;

import dev.spendlight.report.EntityState;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import dev.spendlight.report.StateAt;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What rows tell of how things were set, the last row of a key having the last word: for all its
/// days, or for each of them.
final class StateQuery {
  /// Days first, then rows as they were written. Files are written one after the other, so a later
  /// file's rows have higher numbers.
  private static final String PLACE =
      "(p.day - DATE '1970-01-01')::BIGINT * 68_719_476_736 + p.rowid";

  private record Told(int subject, LocalDate day, LocalDate pulled, EntityState state) {}

  private StateQuery() {}

  /// The last setting of each key.
  static List<StateAt> latest(Lease lease, Selection selection) throws SQLException {
    return selected(lease, selection, "");
  }

  /// The last setting of each key and day.
  static List<StateAt> daily(Lease lease, Selection selection) throws SQLException {
    return selected(lease, selection, ", p.day");
  }

  private static List<StateAt> selected(Lease lease, Selection selection, String andBy)
      throws SQLException {
    String sql =
        """
        WITH %s,
        told AS (
          SELECT p.subject, max(p.day) AS day,
            arg_max(p.state, %s) AS state, arg_max(p.file, %s) AS file
          FROM performance p
          SEMI JOIN picked ON %s
          WHERE p.state <> 0
          GROUP BY p.subject%s
        )
        SELECT told.subject, told.day, import.pulled,
          state.status, state.bid_micros, state.budget_micros, state.time_in_budget, state.start
        FROM told
        JOIN state ON state.id = told.state
        JOIN file ON file.id = told.file
        JOIN import ON import.id = file.import
        ORDER BY told.subject, told.day
        """
            .formatted(
                SelectedRows.definition(selection.grain()),
                PLACE,
                PLACE,
                SelectedRows.condition(selection.grain()),
                andBy);
    try (PreparedStatement select = lease.connection().prepareStatement(sql)) {
      SelectedRows.bind(lease.connection(), select, selection);
      return states(lease, select);
    }
  }

  private static List<StateAt> states(Lease lease, PreparedStatement select) throws SQLException {
    List<Told> told = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        told.add(
            new Told(
                row.getInt(1),
                Objects.requireNonNull(row.getObject(2, LocalDate.class)),
                Objects.requireNonNull(row.getObject(3, LocalDate.class)),
                state(row, 4)));
      }
    }
    Numbers subjects = Numbers.among(told.stream().mapToInt(Told::subject).toArray());
    RowKey[] keys =
        new KeyReader(lease.connection(), lease.engine().rows()).keys(KeyLevel.SUBJECT, subjects);
    return told.stream()
        .map(each ->
            new StateAt(
                keys[subjects.placeOf(each.subject())], each.state(), each.day(), each.pulled()))
        .toList();
  }

  /// @param first of the columns status, bid, budget, time in budget and start
  static EntityState state(ResultSet row, int first) throws SQLException {
    return new EntityState(
        row.getString(first),
        Optional.ofNullable((Long) row.getObject(first + 1)),
        Optional.ofNullable((Long) row.getObject(first + 2)),
        Optional.ofNullable(row.getString(first + 3)).map(BigDecimal::new),
        Optional.ofNullable(row.getObject(first + 4, LocalDate.class)));
  }
}
