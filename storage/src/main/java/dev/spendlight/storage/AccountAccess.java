package dev.spendlight.storage;

import dev.spendlight.account.AccountId;
import dev.spendlight.report.PerformanceStore.Hold;
import dev.spendlight.report.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/// Who may have the file of one account, and when.
///
/// In this process any number may read, together with one who writes; the file is attached by the
/// first and detached by the last. Between processes the engine's file lock decides: several may
/// have it to read, or one to write. Who finds the account taken waits as long as the store's
/// patience lasts, and then gets a sentence that says who has it.
final class AccountAccess {
  /// How often a file that another process has is tried again. The lock cannot be waited for, only
  /// tried.
  private static final Duration RETRY = Duration.ofMillis(20);

  private enum Mode {
    DETACHED,
    READING,
    WRITING
  }

  private final AccountId account;
  private final AccountFiles files;
  private final Migrations migrations;
  private final StoreOptions options;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Mode mode = Mode.DETACHED;
  private String alias = "";
  private int version;
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
  }

  /// To read; empty when there is nothing to read.
  Optional<Lease> read(Engine engine) {
    Deadline deadline = Deadline.in(options.patience());
    lock(deadline);
    try {
      // A writer waits for whoever holds the account, so he is not waited for here.
      return attachedToRead(engine, deadline, () -> holds > 0 || mayRead())
          ? Optional.of(lease(engine, false))
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// Keeps it attached, where there is anything, so that the next reads cost less. They may come
  /// from any thread.
  Hold hold(Engine engine) {
    Deadline deadline = Deadline.in(options.patience());
    lock(deadline);
    try {
      if (!attachedToRead(engine, deadline, this::mayRead)) {
        return () -> {};
      }
      users++;
      holds++;
      AtomicBoolean held = new AtomicBoolean(true);
      return () -> {
        if (held.getAndSet(false)) {
          letGo(engine);
        }
      };
    } finally {
      lock.unlock();
    }
  }

  private void letGo(Engine engine) {
    lock.lock();
    try {
      users--;
      holds--;
      detachIfUnused(engine);
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /// @return whether there is anything to read
  private boolean attachedToRead(Engine engine, Deadline deadline, Test mayRead) {
    while (true) {
      await(deadline, mayRead);
      if (mode == Mode.DETACHED) {
        if (!files.exists(account)) {
          return false;
        }
        if (!attach(engine, false, deadline)) {
          continue;
        }
      }
      if (version == Migrations.NONE) {
        detachIfUnused(engine);
        return false;
      }
      if (version < migrations.newest()) {
        detachIfUnused(engine);
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
    lock(deadline);
    try {
      waitingWriters++;
      try {
        do {
          await(deadline, () -> !writerAtWork && users == 0);
          files.prepare(account);
        } while (!attach(engine, true, deadline));
      } finally {
        waitingWriters--;
        changed.signalAll();
      }
      Lease lease = lease(engine, true);
      writerAtWork = true;
      return lease;
    } finally {
      lock.unlock();
    }
  }

  /// Removes all files of the account, also when they cannot be read.
  ///
  /// @return whether there was an account
  boolean delete(Engine engine) {
    Deadline deadline = Deadline.in(options.patience());
    lock(deadline);
    try {
      while (true) {
        await(deadline, () -> !writerAtWork && users == 0);
        Optional<Object> before = files.identity(account);
        if (before.isEmpty()) {
          return false;
        }
        try {
          alias = engine.attach(files.file(account), true);
          mode = Mode.WRITING;
          if (!before.equals(files.identity(account))) {
            continue; // somebody deleted the file while we opened it
          }
          boolean committed = !files.isMarkedNew(account) || isCommitted(engine);
          files.delete(account);
          return committed;
        } catch (SQLException e) {
          if (StoreFailures.isInUse(e) || StoreFailures.isGone(e)) {
            waitForOthers(deadline, e);
          } else if (StoreFailures.isUnreadable(e)) {
            files.delete(account);
            return true;
          } else {
            throw failure(e);
          }
        } finally {
          detachIfUnused(engine);
        }
      }
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  private boolean isCommitted(Engine engine) throws SQLException {
    try (DuckDBConnection connection = engine.connect(alias)) {
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
      DuckDBConnection connection = engine.connect(alias);
      users++;
      return new Lease(connection, files.file(account), engine, () -> release(engine, writing));
    } catch (SQLException e) {
      detachIfUnused(engine);
      throw failure(e);
    }
  }

  private void release(Engine engine, boolean writing) {
    lock.lock();
    try {
      users--;
      if (writing) {
        writerAtWork = false;
        removeIfNothingWasCommitted(engine);
      }
      detachIfUnused(engine);
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /// So that an import that came to nothing leaves no file. Done before others can have it.
  private void removeIfNothingWasCommitted(Engine engine) {
    if (users > 0 || !files.isMarkedNew(account)) {
      return;
    }
    try {
      if (!isCommitted(engine)) {
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
      alias = engine.attach(files.file(account), writable);
      mode = writable ? Mode.WRITING : Mode.READING;
      Optional<Object> after = files.identity(account);
      if (after.isPresent() && (before.isEmpty() || before.equals(after))) {
        check(engine, writable, complete);
        return true;
      }
      detachIfUnused(engine); // somebody deleted the file while we opened it
      return false;
    } catch (SQLException e) {
      detachIfUnused(engine);
      if (StoreFailures.isInUse(e)) {
        waitForOthers(deadline, e);
        return false;
      }
      if (files.removeUnborn(account)) {
        return false;
      }
      if (StoreFailures.isGone(e)) { // somebody deleted it before we opened it
        waitForOthers(deadline, e);
        return false;
      }
      throw failure(e);
    } catch (StoreException e) {
      detachIfUnused(engine);
      throw e;
    }
  }

  /// The caller tries again, whatever it was that woke us.
  @SuppressWarnings("WaitNotInLoop")
  private void waitForOthers(Deadline deadline, SQLException inUse) {
    long nanos = Math.min(deadline.nanosLeft(), RETRY.toNanos());
    if (nanos <= 0) {
      throw new StoreException(
          "Account %s is in use by %s: try again when that is done."
              .formatted(account, StoreFailures.holder(inUse)),
          inUse);
    }
    try {
      long left = changed.awaitNanos(nanos);
      assert left <= nanos;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// @param complete whether all that is committed is in the file itself
  private void check(Engine engine, boolean writable, boolean complete) throws SQLException {
    Path file = files.file(account);
    try (DuckDBConnection connection = engine.connect(alias)) {
      if (complete && engine.isCutOff(connection, alias, files.size(account))) {
        throw StoreFailures.cutOff(file);
      }
      version = migrations.versionOf(connection, file);
      if (writable && version < migrations.newest()) {
        migrations.run(connection, version);
        version = migrations.newest();
      }
    }
  }

  private void detachIfUnused(Engine engine) {
    if (users > 0 || mode == Mode.DETACHED) {
      return;
    }
    mode = Mode.DETACHED;
    try {
      engine.detach(alias);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void lock(Deadline deadline) {
    try {
      if (!lock.tryLock(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
        throw busyHere();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private interface Test {
    boolean holds();
  }

  private void await(Deadline deadline, Test test) {
    try {
      while (!test.holds()) {
        if (changed.awaitNanos(deadline.nanosLeft()) <= 0 && !test.holds()) {
          throw busyHere();
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private StoreException busyHere() {
    return new StoreException(
        "Account %s is in use by another import of this process (%d): try again when that is done."
            .formatted(account, ProcessHandle.current().pid()));
  }

  private StoreException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new StoreException("Waiting for account %s was interrupted.".formatted(account), e);
  }

  private StoreException failure(SQLException e) {
    return StoreFailures.of(e, files.file(account));
  }
}
