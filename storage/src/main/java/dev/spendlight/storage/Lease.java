package dev.spendlight.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/// The right to use the file of one account, with a connection whose tables are that account's.
final class Lease implements AutoCloseable {
  private final DuckDBConnection connection;
  private final Path file;
  private final Engine engine;
  private final Runnable release;
  private boolean closed;

  Lease(DuckDBConnection connection, Path file, Engine engine, Runnable release) {
    this.connection = connection;
    this.file = file;
    this.engine = engine;
    this.release = release;
  }

  DuckDBConnection connection() {
    return connection;
  }

  Path file() {
    return file;
  }

  Engine engine() {
    return engine;
  }

  /// Gives the file back; what is not committed is rolled back. A second time does nothing.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      connection.close();
    } catch (SQLException e) {
      throw StoreFailures.of(e, file);
    } finally {
      release.run();
    }
  }
}
