package dev.spendlight.storage;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.Measure;
import dev.spendlight.report.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/// One import: one transaction of one connection, from its begin to its commit.
final class DuckDbImport implements ImportTransaction {
  private static final int BATCH = 32_768;

  private final Lease lease;
  private final Runnable committed;
  private final DuckDBConnection connection;
  private final RowSource rows;
  private final long id;
  private final StateDictionary states;
  private final RowBatch batch = new RowBatch(BATCH, 4, Measure.values().length, 0);
  private Optional<KeyDictionary> keys = Optional.empty();
  private int nextFile;
  private boolean fileOpen;
  private boolean done;

  /// @param lease to write, closed with this import
  /// @param committed run once the transaction is committed
  DuckDbImport(Lease lease, LocalDate pulled, Runnable committed) throws SQLException {
    this.lease = lease;
    this.committed = committed;
    this.connection = lease.connection();
    this.rows = lease.engine().rows();
    connection.setAutoCommit(false);
    this.id = next("SELECT coalesce(max(id), 0) + 1 FROM import");
    this.nextFile = Math.toIntExact(next("SELECT coalesce(max(id), 0) + 1 FROM file"));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO import VALUES (?, ?)")) {
      insert.setLong(1, id);
      insert.setObject(2, pulled);
      insert.executeUpdate();
    }
    this.states = new StateDictionary(connection, rows);
  }

  @Override
  public FileRows open() {
    checkOpen();
    if (fileOpen) {
      throw new IllegalStateException("Files of an import are written one after the other.");
    }
    fileOpen = true;
    return new DuckDbFileRows(this, nextFile++);
  }

  @Override
  public void save(AccountSettings settings) {
    checkOpen();
    try {
      SettingsTable.save(connection, settings);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public long commit() {
    checkOpen();
    if (fileOpen) {
      throw new IllegalStateException("A file is neither kept nor closed.");
    }
    try {
      SettingsTable.saveIfAbsent(connection);
      connection.commit();
      done = true;
      committed.run();
      return id;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public void close() {
    done = true;
    forgetKeys();
    lease.close();
  }

  long id() {
    return id;
  }

  DuckDBConnection connection() {
    return connection;
  }

  RowSource rows() {
    return rows;
  }

  /// Where the rows of the file at hand wait to be written.
  RowBatch batch() {
    return batch;
  }

  StateDictionary states() {
    return states;
  }

  /// The account's keys, read when the first row comes.
  KeyDictionary keys() throws SQLException {
    if (keys.isEmpty()) {
      keys = Optional.of(new KeyDictionary(connection, rows));
    }
    return keys.get();
  }

  /// To be read again, because some of its keys are gone.
  void forgetKeys() {
    keys.ifPresent(KeyDictionary::close);
    keys = Optional.empty();
  }

  void fileDone() {
    fileOpen = false;
  }

  StoreException failure(SQLException e) {
    return StoreFailures.of(e, lease.file());
  }

  private void checkOpen() {
    if (done) {
      throw new IllegalStateException("The import is over.");
    }
  }

  private long next(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
