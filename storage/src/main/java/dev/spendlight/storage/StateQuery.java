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

/// The latest setting of each key among selected rows: of the last day, there of the last file,
/// there of the last row.
final class StateQuery {
  private record Told(int subject, LocalDate day, LocalDate pulled, EntityState state) {}

  private StateQuery() {}

  static List<StateAt> read(Lease lease, Selection selection) throws SQLException {
    List<Told> told = told(lease, selection);
    Numbers subjects = Numbers.among(told.stream().mapToInt(Told::subject).toArray());
    RowKey[] keys =
        new KeyReader(lease.connection(), lease.engine().rows()).keys(KeyLevel.SUBJECT, subjects);
    List<StateAt> states = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      Told each = told.get(i);
      states.add(new StateAt(keys[i], each.state(), each.day(), each.pulled()));
    }
    return states;
  }

  private static List<Told> told(Lease lease, Selection selection) throws SQLException {
    String sql =
        """
        WITH %1$s,
        last_told AS (
          SELECT p.subject, max(p.day) AS day
          FROM performance p
          SEMI JOIN picked ON %2$s
          WHERE p.state <> 0
          GROUP BY p.subject
        ),
        told AS (
          SELECT p.subject, p.state, p.day, p.file
          FROM performance p
          SEMI JOIN picked ON %2$s
          JOIN last_told ON last_told.subject = p.subject AND last_told.day = p.day
          WHERE p.state <> 0
          QUALIFY row_number() OVER (PARTITION BY p.subject ORDER BY p.file DESC, p.rowid DESC) = 1
        )
        SELECT told.subject, told.day, import.pulled,
          state.status, state.bid_micros, state.budget_micros, state.time_in_budget, state.start
        FROM told
        JOIN state ON state.id = told.state
        JOIN file ON file.id = told.file
        JOIN import ON import.id = file.import
        ORDER BY told.subject
        """
            .formatted(
                SelectedRows.definition(selection.grain()),
                SelectedRows.condition(selection.grain()));
    List<Told> told = new ArrayList<>();
    try (PreparedStatement select = lease.connection().prepareStatement(sql)) {
      SelectedRows.bind(lease.connection(), select, selection);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          told.add(
              new Told(
                  row.getInt(1),
                  Objects.requireNonNull(row.getObject(2, LocalDate.class)),
                  Objects.requireNonNull(row.getObject(3, LocalDate.class)),
                  state(row)));
        }
      }
    }
    return told;
  }

  private static EntityState state(ResultSet row) throws SQLException {
    return new EntityState(
        row.getString(4),
        Optional.ofNullable((Long) row.getObject(5)),
        Optional.ofNullable((Long) row.getObject(6)),
        Optional.ofNullable(row.getString(7)).map(BigDecimal::new),
        Optional.ofNullable(row.getObject(8, LocalDate.class)));
  }
}
