package dev.spendlight.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Runs tasks one at a time, in an order that chance decides and a seed repeats. A task goes on
/// until it lets go, and time passes only when nobody can go on.
final class Scheduler {
  private final Random chance;
  private final List<Task> tasks = new ArrayList<>();
  private final Semaphore turn = new Semaphore(0);
  private Instant now;
  private @Nullable Task current;

  Scheduler(Random chance, Instant start) {
    this.chance = chance;
    this.now = start;
  }

  /// Ends everything that a process does, wherever it is.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  /// Of a process: as long as it lives, its tasks go on.
  static final class Life {
    private boolean over;
    private Instant stalledUntil = Instant.MIN;

    void end() {
      over = true;
    }

    /// Nothing of it goes on until then, and it does not know.
    void stall(Instant until) {
      stalledUntil = until;
    }

    /// Whether it did not stall since.
    boolean isUndisturbed(Instant since) {
      return stalledUntil.isBefore(since);
    }

    boolean isOver() {
      return over;
    }
  }

  private static final class Task {
    private final Life life;
    private final Semaphore go = new Semaphore(0);
    private BooleanSupplier ready = () -> true;
    private Instant until = Instant.MIN;
    private boolean done;
    private @Nullable Throwable failure;

    private Task(Life life) {
      this.life = life;
    }
  }

  Instant now() {
    return now;
  }

  void start(Life life, Runnable work) {
    Task task = new Task(life);
    tasks.add(task);
    Thread.ofVirtual()
        .start(() -> {
          task.go.acquireUninterruptibly();
          try {
            if (!life.isOver()) {
              work.run();
            }
          } catch (Killed e) {
            // As wanted.
          } catch (Throwable e) {
            task.failure = e;
          } finally {
            task.done = true;
            turn.release();
          }
        });
  }

  /// Anything may happen here. Called by tasks; outside of them nothing does.
  void letGo() {
    waitFor(() -> true, Duration.ZERO);
  }

  /// Until something is so, or time is over.
  void waitFor(BooleanSupplier ready, Duration time) {
    Task me = current;
    if (me == null) {
      return;
    }
    if (me.life.isOver()) {
      throw new Killed();
    }
    me.ready = ready;
    me.until = now.plus(time);
    turn.release();
    me.go.acquireUninterruptibly();
    if (me.life.isOver()) {
      throw new Killed();
    }
  }

  /// Lets one task go on, or time pass until one can.
  ///
  /// @return false when there is none
  boolean step() {
    List<Task> able = new ArrayList<>();
    Instant next = Instant.MAX;
    for (Task task : tasks) {
      if (!task.life.isOver() && now.isBefore(task.life.stalledUntil)) {
        next = task.life.stalledUntil.isBefore(next) ? task.life.stalledUntil : next;
      } else if (task.life.isOver() || task.ready.getAsBoolean() || !now.isBefore(task.until)) {
        able.add(task);
      } else if (task.until.isBefore(next)) {
        next = task.until;
      }
    }
    if (able.isEmpty()) {
      if (tasks.isEmpty()) {
        return false;
      }
      now = next;
      return true;
    }
    Task task = able.get(chance.nextInt(able.size()));
    current = task;
    task.go.release();
    turn.acquireUninterruptibly();
    current = null;
    if (task.done) {
      tasks.remove(task);
      Throwable failure = task.failure;
      if (failure != null) {
        throw new AssertionError("A task failed: " + failure, failure);
      }
    }
    return true;
  }

  /// Ends one task of a process that is no more.
  ///
  /// @return false when there is none left
  boolean unwinds() {
    return !tasks.isEmpty() && step();
  }
}
