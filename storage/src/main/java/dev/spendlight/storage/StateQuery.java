package dev.spendlight.storage;

import dev.spendlight.report.EntityState;
import dev.spendlight.report.ReportKind;
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
/// days, for each of them, or for each pull.
final class StateQuery {
  /// Days first, then rows as they were written. Files are written one after the other, so a later
  /// file's rows have higher numbers.
  private static final String PLACE =
      "(p.day - DATE '1970-01-01')::BIGINT * 68_719_476_736 + p.rowid";

  /// The same setting may have several numbers, hence `setting`.
  private static final String CHANGES =
      """
      WITH pull AS (
        SELECT file.id AS file, import.pulled
        FROM file JOIN import ON import.id = file.import
        WHERE file.kind = ? AND import.pulled <= ?
      ),
      told AS MATERIALIZED (
        SELECT p.subject, pull.pulled, max(p.day) AS day, arg_max(p.state, %s) AS state
        FROM performance p JOIN pull ON p.file = pull.file
        WHERE p.state <> 0
        GROUP BY p.subject, pull.pulled
      ),
      setting AS (
        SELECT id, dense_rank() OVER (ORDER BY status, bid_micros, budget_micros, start) AS number
        FROM state
        WHERE id IN (SELECT state FROM told)
      ),
      changed AS (
        SELECT told.*
        FROM told JOIN setting ON setting.id = told.state
        QUALIFY lag(setting.number) OVER (PARTITION BY told.subject ORDER BY told.pulled)
          IS DISTINCT FROM setting.number
      )
      SELECT changed.subject, changed.day, changed.pulled,
        state.status, state.bid_micros, state.budget_micros, state.time_in_budget, state.start
      FROM changed JOIN state ON state.id = changed.state
      ORDER BY changed.subject, changed.pulled
      """
          .formatted(PLACE);

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

  /// The setting of each key and pull that tells another than the pull before.
  static List<StateAt> changes(Lease lease, ReportKind kind, LocalDate lastPull)
      throws SQLException {
    try (PreparedStatement select = lease.connection().prepareStatement(CHANGES)) {
      select.setString(1, kind.key());
      select.setObject(2, lastPull);
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
                state(row)));
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

  private static EntityState state(ResultSet row) throws SQLException {
    return new EntityState(
        row.getString(4),
        Optional.ofNullable((Long) row.getObject(5)),
        Optional.ofNullable((Long) row.getObject(6)),
        Optional.ofNullable(row.getString(7)).map(BigDecimal::new),
        Optional.ofNullable(row.getObject(8, LocalDate.class)));
  }
}
