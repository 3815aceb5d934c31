package dev.spendlight.storage;

import dev.spendlight.report.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/// The file of an account that an engine has open.
///
/// @param alias under which the engine knows it
/// @param version of its tables, once it was looked at
record AttachedFile(Engine engine, Path file, boolean writable, String alias, int version) {

  /// Opens it. A file that may be written is created when it is not there.
  static AttachedFile of(Engine engine, Path file, boolean writable) throws SQLException {
    return new AttachedFile(engine, file, writable, engine.attach(file, writable), Migrations.NONE);
  }

  /// The same, with its tables looked at; where it may be written they are made to be what this
  /// program knows.
  ///
  /// @param complete whether all that is committed is in the file itself
  /// @throws StoreException when a part of it is missing, or a newer program wrote it
  AttachedFile checked(Migrations migrations, boolean complete) throws SQLException {
    try (DuckDBConnection connection = connect()) {
      if (complete && engine.isCutOff(connection, alias, AccountFiles.size(file))) {
        throw StoreFailures.cutOff(file);
      }
      int found = migrations.versionOf(connection, file);
      if (writable && found < migrations.newest()) {
        migrations.run(connection, found);
        found = migrations.newest();
      }
      return new AttachedFile(engine, file, writable, alias, found);
    }
  }

  /// A connection whose tables are those of the file.
  DuckDBConnection connect() throws SQLException {
    return engine.connect(alias);
  }

  void detach() throws SQLException {
    engine.detach(alias);
  }
}
