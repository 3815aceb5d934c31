package dev.spendlight.storage;

import dev.spendlight.report.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Brings the tables of a file to what this program knows: numbered SQL scripts beside this class,
/// run in order, all in one transaction.
///
/// Its own few lines, because Flyway has no DuckDB.
final class Migrations {
  /// A file without tables.
  static final int NONE = 0;

  private final List<String> scripts;

  /// @param scripts the first makes version 1
  Migrations(List<String> scripts) {
    this.scripts = List.copyOf(scripts);
  }

  /// Of an account's file.
  static Migrations standard() {
    return new Migrations(standardScripts());
  }

  /// Of the file of logged prompts.
  static Migrations ofPromptLog() {
    return new Migrations(promptLogScripts());
  }

  static List<String> promptLogScripts() {
    return scripts("log-migrations");
  }

  static List<String> standardScripts() {
    return scripts("migrations");
  }

  /// The scripts `001.sql`, `002.sql` and so on of a folder.
  private static List<String> scripts(String folder) {
    List<String> scripts = new ArrayList<>();
    while (true) {
      String name = "%s/%03d.sql".formatted(folder, scripts.size() + 1);
      try (InputStream script = Migrations.class.getResourceAsStream(name)) {
        if (script == null) {
          return scripts;
        }
        scripts.add(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The newest version that this program knows.
  int newest() {
    return scripts.size();
  }

  /// The version of a file, [#NONE] when it has no tables yet.
  ///
  /// @throws StoreException when it is newer than this program knows
  int versionOf(Connection connection, Path file) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT max(version) FROM schema_version")) {
      result.next();
      int version = result.getInt(1);
      if (version > newest()) {
        throw new StoreException(
            "%s was written by a newer Spendlight (schema %d, this one knows up to %d): use that version."
                .formatted(file, version, newest()));
      }
      return version;
    } catch (SQLException e) {
      if (StoreFailures.isNoSuchTable(e)) {
        return NONE;
      }
      throw e;
    }
  }

  /// Runs what is missing.
  void run(DuckDBConnection connection, int from) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      if (from == NONE) {
        statement.execute("CREATE TABLE schema_version (version INTEGER NOT NULL)");
      }
      for (int version = from + 1; version <= newest(); version++) {
        statement.execute(scripts.get(version - 1));
        statement.execute("INSERT INTO schema_version VALUES (%s)".formatted(version));
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
