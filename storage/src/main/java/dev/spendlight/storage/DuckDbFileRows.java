package dev.spendlight.storage;

import dev.spendlight.report.FileFacts;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The rows of one file on their way into the tables.
final class DuckDbFileRows implements ImportTransaction.FileRows {
  private static final Measure[] MEASURES = Measure.values();

  private final DuckDbImport owner;
  private final int file;
  private final RowBatch batch;
  private Map<KeyLevel, Integer> keysBefore = new EnumMap<>(KeyLevel.class);
  private long rows;
  private boolean allHaveIds = true;
  private boolean over;

  DuckDbFileRows(DuckDbImport owner, int file) {
    this.owner = owner;
    this.file = file;
    this.batch = owner.batch();
  }

  @Override
  public void add(ReportRow row) {
    if (over) {
      throw new IllegalStateException("The file was kept or closed.");
    }
    try {
      KeyDictionary keys = owner.keys();
      if (rows == 0) {
        keysBefore = keys.last();
      }
      batch.setDay(0, row.from());
      batch.setDay(1, row.to());
      batch.setInt(2, keys.numberOf(row.key()));
      batch.setInt(3, owner.states().numberOf(row.state()));
      for (int i = 0; i < MEASURES.length; i++) {
        batch.setLong(i, row.measures().get(MEASURES[i]));
      }
      batch.endRow();
      rows++;
      allHaveIds &= !row.key().campaignId().isEmpty();
      if (batch.isFull()) {
        flush();
      }
    } catch (SQLException e) {
      throw owner.failure(e);
    }
  }

  private void flush() throws SQLException {
    String measures =
        IntStream.range(0, MEASURES.length)
            .mapToObj(i -> batch.isZero(i) ? "0" : "c" + (4 + i))
            .collect(Collectors.joining(", "));
    owner
        .rows()
        .insert(
            owner.connection(),
            """
            INSERT INTO performance
            SELECT %s, DATE '1970-01-01' + c0, DATE '1970-01-01' + c1, c2, c3, %s
            FROM spendlight_rows(?)
            """
                .formatted(file, measures),
            batch);
  }

  @Override
  public void keep(FileFacts facts) {
    if (over) {
      throw new IllegalStateException("The file was kept or closed.");
    }
    try {
      flush();
      if (rows > 0) {
        owner.keys().flush();
        owner.states().flush();
      }
      insertFacts(facts);
      insertDays(facts);
    } catch (SQLException e) {
      throw owner.failure(e);
    }
    finish();
  }

  private void insertFacts(FileFacts facts) throws SQLException {
    try (PreparedStatement insert =
        owner
            .connection()
            .prepareStatement("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setInt(1, file);
      insert.setLong(2, owner.id());
      insert.setString(3, facts.name());
      insert.setString(4, facts.contentHash());
      insert.setString(5, facts.kind().key());
      insert.setString(6, facts.grain().key());
      insert.setObject(7, facts.period().map(each -> each.from()).orElse(null));
      insert.setObject(8, facts.period().map(each -> each.to()).orElse(null));
      insert.setString(
          9, facts.carried().stream().sorted().map(Measure::name).collect(Collectors.joining(" ")));
      insert.setString(10, facts.currency().map(each -> each.getCurrencyCode()).orElse(null));
      insert.setLong(11, facts.rowsRead());
      insert.setLong(12, facts.rowsImported());
      insert.setBoolean(13, rows > 0 && allHaveIds);
      insert.executeUpdate();
    }
  }

  private void insertDays(FileFacts facts) throws SQLException {
    if (facts.days().isEmpty()) {
      return;
    }
    Object[] days = facts.days().stream().map(LocalDate::toEpochDay).toArray();
    try (PreparedStatement insert =
        owner
            .connection()
            .prepareStatement(
                "INSERT INTO file_day SELECT ?, DATE '1970-01-01' + unnest(?::INTEGER[])")) {
      insert.setInt(1, file);
      insert.setArray(2, owner.connection().createArrayOf("BIGINT", days));
      insert.executeUpdate();
    }
  }

  @Override
  public void close() {
    if (over) {
      return;
    }
    if (rows > 0) {
      try {
        discard();
      } catch (SQLException e) {
        throw owner.failure(e);
      }
    }
    finish();
  }

  /// Takes back what was written, keys that only this file has included.
  private void discard() throws SQLException {
    owner.states().flush();
    KeyDictionary keys = owner.keys();
    Map<KeyLevel, Integer> keysNow = keys.last();
    keys.flush();
    try (Statement delete = owner.connection().createStatement()) {
      delete.executeUpdate("DELETE FROM performance WHERE file = %s".formatted(file));
      for (KeyLevel level : KeyLevel.values()) {
        delete.executeUpdate(
            "DELETE FROM %s WHERE id > %s".formatted(level.table(), keysBefore.get(level)));
      }
    }
    if (!keysNow.equals(keysBefore)) {
      owner.forgetKeys();
    }
  }

  private void finish() {
    over = true;
    batch.clear();
    owner.fileDone();
  }
}
