package dev.spendlight.storage;

import dev.spendlight.report.EntityState;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.StateAt;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/// Where the setting of a key is another than the pull before told.
///
/// Reads file after file and keeps for each subject what the last row said, in arrays: a large
/// account has thirty million rows and two million pairs of subject and pull, for whose grouping
/// and sorting the engine takes several times as long.
final class StateChangeQuery {
  private record PulledFile(int file, LocalDate pulled) {}

  private record Change(int subject, int day, LocalDate pulled, EntityState state) {}

  private final DuckDBConnection connection;
  private final RowSource rows;

  StateChangeQuery(Lease lease) throws SQLException {
    this.connection = lease.connection();
    this.rows = lease.engine().rows();
  }

  List<StateAt> read(ReportKind kind, LocalDate lastPull) throws SQLException {
    List<PulledFile> files = files(kind, lastPull);
    if (files.isEmpty()) {
      return List.of();
    }
    List<Change> changes = changes(told(files));
    changes.sort(Comparator.comparingInt(Change::subject));
    Numbers subjects = Numbers.among(changes.stream().mapToInt(Change::subject).toArray());
    RowKey[] keys = new KeyReader(connection, rows).keys(KeyLevel.SUBJECT, subjects);
    return changes.stream()
        .map(each ->
            new StateAt(
                keys[subjects.placeOf(each.subject())],
                each.state(),
                LocalDate.ofEpochDay(each.day()),
                each.pulled()))
        .toList();
  }

  /// By pull, those of one pull in the order in which they were written.
  private List<PulledFile> files(ReportKind kind, LocalDate lastPull) throws SQLException {
    String sql =
        """
        SELECT file.id, import.pulled
        FROM file JOIN import ON import.id = file.import
        WHERE file.kind = ? AND import.pulled <= ?
        ORDER BY import.pulled, file.id
        """;
    List<PulledFile> files = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, kind.key());
      select.setObject(2, lastPull);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          files.add(
              new PulledFile(
                  row.getInt(1), Objects.requireNonNull(row.getObject(2, LocalDate.class))));
        }
      }
    }
    return files;
  }

  /// What one pull after the other tells, subject by subject.
  private ToldStates told(List<PulledFile> files) throws SQLException {
    ToldStates told = new ToldStates();
    // A table is scanned in the order in which it was written.
    String sql =
        """
        SELECT subject, (day - DATE '1970-01-01')::INTEGER, state
        FROM performance
        WHERE file = ? AND state <> 0
        """;
    try (DuckDBPreparedStatement select = connection.prepare(sql)) {
      for (int i = 0; i < files.size(); i++) {
        select.setInt(1, files.get(i).file());
        try (DuckDBChunkedResult result = select.query()) {
          while (result.nextChunk()) {
            told.add(result.chunk());
          }
        }
        LocalDate pulled = files.get(i).pulled();
        if (i + 1 == files.size() || !files.get(i + 1).pulled().equals(pulled)) {
          told.endPull(pulled);
        }
      }
    }
    return told;
  }

  private List<Change> changes(ToldStates told) throws SQLException {
    int[] states = told.takeStates();
    int[] subjects = told.takeSubjects();
    int[] days = told.takeDays();
    Numbers distinct = Numbers.among(states);
    List<EntityState> settings = settings(distinct);
    int[] sameAs = firstLikeEach(settings);
    int[] before = new int[told.mostSubjects()];
    List<Change> changes = new ArrayList<>();
    int next = 0;
    for (ToldStates.Pull pull : told.pulls()) {
      for (; next < pull.end(); next++) {
        int place = distinct.placeOf(states[next]);
        if (before[subjects[next]] != sameAs[place] + 1) {
          before[subjects[next]] = sameAs[place] + 1;
          changes.add(new Change(subjects[next], days[next], pull.pulled(), settings.get(place)));
        }
      }
    }
    return changes;
  }

  /// Of each state the place of the first that is set like it.
  private static int[] firstLikeEach(List<EntityState> states) {
    Map<List<Object>, Integer> first = new HashMap<>();
    int[] places = new int[states.size()];
    for (int i = 0; i < places.length; i++) {
      EntityState each = states.get(i);
      List<Object> setting =
          List.of(each.status(), each.bidMicros(), each.budgetMicros(), each.start());
      int place = i;
      places[i] = first.computeIfAbsent(setting, fresh -> place);
    }
    return places;
  }

  /// In the order of their numbers.
  private List<EntityState> settings(Numbers numbers) throws SQLException {
    List<EntityState> states = new ArrayList<>();
    if (numbers.size() == 0) {
      return states;
    }
    String sql =
        """
        SELECT status, bid_micros, budget_micros, time_in_budget, start
        FROM state WHERE id IN (SELECT c0 FROM spendlight_rows(?)) ORDER BY id
        """;
    try (RowSource.Published published = rows.publish(numbers.rows());
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, published.handle());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          states.add(StateQuery.state(row, 1));
        }
      }
    }
    return states;
  }
}
