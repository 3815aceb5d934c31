package dev.spendlight.storage;

import dev.spendlight.report.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;

/// The file of logged prompts, `prompt-log.duckdb` in the data folder. It is opened for one
/// question or one batch and closed at once, so that processes take turns. Threads may share one;
/// they take turns too.
final class LogFile implements AutoCloseable {
  private static final long RETRY_MILLIS = 20;

  private final Path file;
  private final StoreOptions options;
  private final Migrations migrations;
  private Optional<Engine> engine = Optional.empty();
  private boolean closed;

  LogFile(Path dataFolder, StoreOptions options, Migrations migrations) {
    this.file = dataFolder.toAbsolutePath().normalize().resolve("prompt-log.duckdb");
    this.options = options;
    this.migrations = migrations;
  }

  interface Work<T> {
    T run(DuckDBConnection connection) throws SQLException;
  }

  /// @return empty when there is no log yet
  synchronized <T> Optional<T> read(Work<T> work) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return use(false, work);
  }

  /// In one transaction; makes the log when there is none.
  synchronized <T> T write(Work<T> work) {
    try {
      Files.createDirectories(file.resolveSibling(""));
    } catch (IOException e) {
      throw new StoreException(
          "The data folder %s cannot be written: give this user write access to it, or choose another one."
              .formatted(file.resolveSibling("")),
          e);
    }
    return use(true, connection -> inTransaction(connection, work)).orElseThrow();
  }

  @Override
  public synchronized void close() {
    closed = true;
    engine.ifPresent(Engine::close);
    engine = Optional.empty();
  }

  private <T> Optional<T> use(boolean writable, Work<T> work) {
    Engine opened = engine();
    String alias = attach(opened, writable);
    boolean complete = !Files.exists(Path.of(file + ".wal"));
    try (DuckDBConnection connection = opened.connect(alias)) {
      if (complete && opened.isCutOff(connection, alias, size())) {
        throw damaged("its end is missing");
      }
      int version = migrations.versionOf(connection, file);
      if (!writable && version == Migrations.NONE) {
        return Optional.empty();
      }
      if (writable && version < migrations.newest()) {
        migrations.run(connection, version);
      }
      if (writable || version == migrations.newest()) {
        return Optional.of(work.run(connection));
      }
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      detach(opened, alias);
    }
    // Its tables are of an older program, and a reader cannot bring them up to date.
    return use(true, work);
  }

  private static <T> T inTransaction(DuckDBConnection connection, Work<T> work)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.run(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private String attach(Engine opened, boolean writable) {
    Deadline deadline = Deadline.in(options.patience());
    while (true) {
      try {
        return opened.attach(file, writable);
      } catch (SQLException e) {
        if (StoreFailures.isInUse(e)) {
          waitForOthers(deadline, e);
        } else if (!removeUnborn()) {
          throw failure(e);
        }
      }
    }
  }

  private void waitForOthers(Deadline deadline, SQLException inUse) {
    if (deadline.isOver()) {
      throw new StoreException(
          "The prompt log %s is in use by %s: try again when that is done."
              .formatted(file, StoreFailures.holder(inUse)),
          inUse);
    }
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Waiting for the prompt log was interrupted.", e);
    }
  }

  /// A file without content is left when a process dies in the moment of making it.
  private boolean removeUnborn() {
    try {
      return Files.exists(file) && Files.size(file) == 0 && Files.deleteIfExists(file);
    } catch (IOException e) {
      return false;
    }
  }

  private void detach(Engine opened, String alias) {
    try {
      opened.detach(alias);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private Engine engine() {
    if (closed) {
      throw new IllegalStateException("The prompt log is closed.");
    }
    if (engine.isEmpty()) {
      engine = Optional.of(Engine.start(file.resolveSibling(""), options));
    }
    return engine.get();
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException absent) {
      return 0;
    }
  }

  private StoreException failure(SQLException e) {
    return StoreFailures.isUnreadable(e)
        ? damaged(StoreFailures.firstLine(e))
        : StoreFailures.of(e, file);
  }

  private StoreException damaged(String how) {
    return new StoreException(
        "The prompt log %s is damaged: move it away, and a new one is begun (%s)."
            .formatted(file, how));
  }
}
