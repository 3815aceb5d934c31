package dev.spendlight.storage;

import dev.spendlight.account.AccountId;
import dev.spendlight.report.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Who decides about an account's file at a time, and how the others wait: for as long as their
/// patience lasts, and then with a sentence.
final class AccountTurns {
  /// How often a file that another process has is tried again. The lock cannot be waited for, only
  /// tried.
  private static final Duration RETRY = Duration.ofMillis(20);

  private final AccountId account;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  AccountTurns(AccountId account) {
    this.account = account;
  }

  void enter() {
    lock.lock();
  }

  void enter(Deadline deadline) {
    try {
      if (!lock.tryLock(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
        throw busyHere();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  void leave() {
    lock.unlock();
  }

  /// Everything may be otherwise now.
  void tellAll() {
    changed.signalAll();
  }

  /// Leaves the turn to others until a condition holds.
  void await(Deadline deadline, BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        if (changed.awaitNanos(deadline.nanosLeft()) <= 0 && !condition.getAsBoolean()) {
          throw busyHere();
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// A little, for another process. The caller tries again, whatever it was that woke us.
  @SuppressWarnings("WaitNotInLoop")
  void waitForOthers(Deadline deadline, SQLException inUse) {
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

  private StoreException busyHere() {
    return new StoreException(
        "Account %s is in use by another import of this process (%d): try again when that is done."
            .formatted(account, ProcessHandle.current().pid()));
  }

  private StoreException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new StoreException("Waiting for account %s was interrupted.".formatted(account), e);
  }
}
