package dev.spendlight.storage;

import dev.spendlight.account.AccountId;
import dev.spendlight.report.PerformanceStore.Hold;
import dev.spendlight.report.StoreException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBConnection;

/// Who may have the file of one account, and when.
///
/// In this process any number may read, together with one who writes; the file is attached by the
/// first and detached by the last. Between processes the engine's file lock decides: several may
/// have it to read, or one to write. Who finds the account taken waits as long as the store's
/// patience lasts, and then gets a sentence that says who has it.
final class AccountAccess {
  private enum Mode {
    DETACHED,
    READING,
    WRITING
  }

  private final AccountId account;
  private final AccountFiles files;
  private final Migrations migrations;
  private final StoreOptions options;

  private final AccountTurns turns;
  private Mode mode = Mode.DETACHED;
  private Optional<AttachedFile> attached = Optional.empty();
  private int users;
  private int holds;
  private int waitingWriters;
  private boolean writerAtWork;

  AccountAccess(
      AccountId account, AccountFiles files, Migrations migrations, StoreOptions options) {
    this.account = account;
    this.files = files;
    this.migrations = migrations;
    this.options = options;
    this.turns = new AccountTurns(account);
  }

  /// To read; empty when there is nothing to read.
  Optional<Lease> read(Engine engine) {
    Deadline deadline = Deadline.in(options.patience());
    turns.enter(deadline);
    try {
      // A writer waits for whoever holds the account, so he is not waited for here.
      return attachedToRead(engine, deadline, () -> holds > 0 || mayRead())
          ? Optional.of(lease(engine, false))
          : Optional.empty();
    } finally {
      turns.leave();
    }
  }

  /// Keeps it attached, where there is anything, so that the next reads cost less. They may come
  /// from any thread.
  Hold hold(Engine engine) {
    Deadline deadline = Deadline.in(options.patience());
    turns.enter(deadline);
    try {
      if (!attachedToRead(engine, deadline, this::mayRead)) {
        return () -> {};
      }
      users++;
      holds++;
      AtomicBoolean held = new AtomicBoolean(true);
      return () -> {
        if (held.getAndSet(false)) {
          letGo();
        }
      };
    } finally {
      turns.leave();
    }
  }

  private void letGo() {
    turns.enter();
    try {
      users--;
      holds--;
      detachIfUnused();
    } finally {
      turns.tellAll();
      turns.leave();
    }
  }

  /// @return whether there is anything to read
  private boolean attachedToRead(Engine engine, Deadline deadline, BooleanSupplier mayRead) {
    while (true) {
      turns.await(deadline, mayRead);
      if (mode == Mode.DETACHED) {
        if (!files.exists(account)) {
          return false;
        }
        if (!attach(engine, false, deadline)) {
          continue;
        }
      }
      int version = attached.orElseThrow().version();
      if (version == Migrations.NONE) {
        detachIfUnused();
        return false;
      }
      if (version < migrations.newest()) {
        detachIfUnused();
        if (!attach(engine, true, deadline)) {
          continue;
        }
      }
      return true;
    }
  }

  /// To write; the file and its tables are made when they are not there.
  Lease write(Engine engine) {
    Deadline deadline = Deadline.in(options.patience());
    turns.enter(deadline);
    try {
      waitingWriters++;
      try {
        do {
          turns.await(deadline, () -> !writerAtWork && users == 0);
          files.prepare(account);
        } while (!attach(engine, true, deadline));
      } finally {
        waitingWriters--;
        turns.tellAll();
      }
      Lease lease = lease(engine, true);
      writerAtWork = true;
      return lease;
    } finally {
      turns.leave();
    }
  }

  /// Removes all files of the account, also when they cannot be read.
  ///
  /// @return whether there was an account
  boolean delete(Engine engine) {
    Deadline deadline = Deadline.in(options.patience());
    turns.enter(deadline);
    try {
      while (true) {
        turns.await(deadline, () -> !writerAtWork && users == 0);
        Optional<Object> before = files.identity(account);
        if (before.isEmpty()) {
          return false;
        }
        try {
          take(AttachedFile.of(engine, files.file(account), true), Mode.WRITING);
          if (!before.equals(files.identity(account))) {
            continue; // somebody deleted the file while we opened it
          }
          boolean committed = !files.isMarkedNew(account) || isCommitted();
          files.delete(account);
          return committed;
        } catch (SQLException e) {
          if (StoreFailures.isInUse(e) || StoreFailures.isGone(e)) {
            turns.waitForOthers(deadline, e);
          } else if (StoreFailures.isUnreadable(e)) {
            files.delete(account);
            return true;
          } else {
            throw failure(e);
          }
        } finally {
          detachIfUnused();
        }
      }
    } finally {
      turns.tellAll();
      turns.leave();
    }
  }

  private void take(AttachedFile file, Mode how) {
    attached = Optional.of(file);
    mode = how;
  }

  private boolean isCommitted() throws SQLException {
    try (DuckDBConnection connection = attached.orElseThrow().connect()) {
      return SettingsTable.read(connection).isPresent();
    } catch (SQLException e) {
      if (StoreFailures.isNoSuchTable(e)) {
        return false;
      }
      throw e;
    }
  }

  private boolean mayRead() {
    return switch (mode) {
      case DETACHED, READING -> waitingWriters == 0;
      case WRITING -> writerAtWork;
    };
  }

  private Lease lease(Engine engine, boolean writing) {
    try {
      DuckDBConnection connection = attached.orElseThrow().connect();
      users++;
      return new Lease(connection, files.file(account), engine, () -> release(writing));
    } catch (SQLException e) {
      detachIfUnused();
      throw failure(e);
    }
  }

  private void release(boolean writing) {
    turns.enter();
    try {
      users--;
      if (writing) {
        writerAtWork = false;
        removeIfNothingWasCommitted();
      }
      detachIfUnused();
    } finally {
      turns.tellAll();
      turns.leave();
    }
  }

  /// So that an import that came to nothing leaves no file. Done before others can have it.
  private void removeIfNothingWasCommitted() {
    if (users > 0 || !files.isMarkedNew(account)) {
      return;
    }
    try {
      if (!isCommitted()) {
        files.delete(account);
      }
    } catch (SQLException | StoreException stays) {
      // It keeps its mark, and is no account.
    }
  }

  /// Tries once to attach the file and checks its tables. Waits a little when somebody else has it.
  ///
  /// @return whether it is attached now; if not, everything may have changed
  private boolean attach(Engine engine, boolean writable, Deadline deadline) {
    Optional<Object> before = files.identity(account);
    boolean complete = !files.hasLog(account);
    try {
      AttachedFile file = AttachedFile.of(engine, files.file(account), writable);
      take(file, writable ? Mode.WRITING : Mode.READING);
      Optional<Object> after = files.identity(account);
      if (after.isPresent() && (before.isEmpty() || before.equals(after))) {
        take(file.checked(migrations, complete), mode);
        return true;
      }
      detachIfUnused(); // somebody deleted the file while we opened it
      return false;
    } catch (SQLException e) {
      detachIfUnused();
      if (StoreFailures.isInUse(e)) {
        turns.waitForOthers(deadline, e);
        return false;
      }
      if (files.removeUnborn(account)) {
        return false;
      }
      if (StoreFailures.isGone(e)) { // somebody deleted it before we opened it
        turns.waitForOthers(deadline, e);
        return false;
      }
      throw failure(e);
    } catch (StoreException e) {
      detachIfUnused();
      throw e;
    }
  }

  private void detachIfUnused() {
    if (users > 0 || mode == Mode.DETACHED) {
      return;
    }
    mode = Mode.DETACHED;
    try {
      attached.orElseThrow().detach();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private StoreException failure(SQLException e) {
    return StoreFailures.of(e, files.file(account));
  }
}
