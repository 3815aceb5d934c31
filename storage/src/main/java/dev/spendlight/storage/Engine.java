package dev.spendlight.storage;

import dev.spendlight.report.StoreException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;

/// The embedded database engine: in memory, with account files attached to it for as long as they
/// are needed.
///
/// It can reach the folder of accounts and nothing else, loads nothing from the network, and its
/// settings are locked. Threads may share one.
final class Engine implements AutoCloseable {
  /// Large enough that a big account is as small and as fast as with the default of 256 kB, small
  /// enough that an empty one takes 0.2 MB rather than half a megabyte. (With 16 kB a big account
  /// takes three times the space.)
  private static final int BLOCK_SIZE = 65_536;

  /// What precedes the blocks of a file.
  private static final int HEADERS = 3 * 4096;

  private static final AtomicLong ENGINES = new AtomicLong();

  private final DuckDBConnection main;
  private final RowSource rows = new RowSource();
  private final AtomicLong aliases = new AtomicLong();

  private Engine(DuckDBConnection main) {
    this.main = main;
  }

  /// @param folder the only one that the engine may touch
  static Engine start(Path folder, StoreOptions options) {
    try {
      DuckDBConnection main =
          DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
      String spill =
          ".spill-%s-%s".formatted(ProcessHandle.current().pid(), ENGINES.incrementAndGet());
      String settings =
          """
          SET threads = %s;
          SET memory_limit = '%sMB';
          SET temp_directory = %s;
          SET autoinstall_known_extensions = false;
          SET autoload_known_extensions = false;
          SET allowed_directories = [%s];
          SET enable_external_access = false;
          SET lock_configuration = true;
          """
              .formatted(
                  options.threads(),
                  options.memoryMegabytes(),
                  literal(folder.resolve(spill)),
                  literal(folder));
      try (Statement statement = main.createStatement()) {
        statement.execute(settings);
      }
      return new Engine(main);
    } catch (SQLException | UnsatisfiedLinkError e) {
      throw new StoreException(
          "The database engine does not start: %s".formatted(StoreFailures.firstLine(e)), e);
    }
  }

  /// Attaches a file, which is created when it may be written and is not there.
  ///
  /// @return the name under which it is attached
  String attach(Path file, boolean writable) throws SQLException {
    String alias = "account_" + aliases.incrementAndGet();
    String sql =
        writable
            ? "ATTACH ? AS %s (BLOCK_SIZE %s)".formatted(alias, BLOCK_SIZE)
            : "ATTACH ? AS %s (READ_ONLY)".formatted(alias);
    synchronized (this) {
      try (PreparedStatement attach = main.prepareStatement(sql)) {
        attach.setString(1, file.toString());
        attach.execute();
      }
    }
    return alias;
  }

  /// Does nothing once the engine is closed: what is attached goes with its last connection.
  void detach(String alias) throws SQLException {
    synchronized (this) {
      if (main.isClosed()) {
        return;
      }
      try (Statement statement = main.createStatement()) {
        statement.execute("DETACH " + alias);
      }
    }
  }

  /// A connection whose tables are those of one attached file.
  DuckDBConnection connect(String alias) throws SQLException {
    DuckDBConnection connection = main.duplicate();
    try (Statement statement = connection.createStatement()) {
      statement.execute("USE " + alias);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Whether a file is too short for the blocks that it says are used. The engine itself notices
  /// only when it comes to the part that is missing, and may write over it before.
  ///
  /// @param size of the file in bytes
  boolean isCutOff(DuckDBConnection connection, String alias, long size) throws SQLException {
    String sql =
        "SELECT used_blocks * block_size FROM pragma_database_size() WHERE database_name = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, alias);
      try (ResultSet result = select.executeQuery()) {
        return result.next() && size < HEADERS + result.getLong(1);
      }
    }
  }

  /// Makes [RowSource#FUNCTION] known, the first time that somebody needs it.
  RowSource rows() throws SQLException {
    rows.registerOnce(main);
    return rows;
  }

  @Override
  public void close() {
    try {
      main.close();
    } catch (SQLException e) {
      throw new StoreException(
          "The database engine does not stop: %s".formatted(StoreFailures.firstLine(e)), e);
    }
  }

  private static String literal(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }
}
