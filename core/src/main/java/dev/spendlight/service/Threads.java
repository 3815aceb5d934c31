package dev.spendlight.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// How work runs beside its caller, and how one waits for it.
public interface Threads {
  /// Everything in the caller's thread, one after the other: for a command that asks once.
  Threads NONE =
      new Threads() {
        @Override
        public void start(Runnable work) {
          work.run();
        }

        @Override
        public <T> T inStore(Supplier<T> work) {
          return work.get();
        }

        @Override
        public boolean pauses(Duration time) {
          return slept(time);
        }
      };

  /// Runs beside the caller. Must not throw.
  void start(Runnable work);

  /// Runs work on the store, and waits for it. A store may hold on to the thread that asks it, so
  /// there are only as many of those as the machine can make use of.
  <T> T inStore(Supplier<T> work);

  /// The same for what takes some milliseconds and should not have to wait for what takes longer.
  default <T> T brieflyInStore(Supplier<T> work) {
    return inStore(work);
  }

  /// Lets time pass.
  ///
  /// @return false when the thread was interrupted, which it stays
  boolean pauses(Duration time);

  /// @return empty when it is not there in time, or the thread was interrupted, which it stays
  /// @throws RuntimeException what the work threw
  default <T> Optional<T> await(CompletableFuture<T> future, Duration time) {
    try {
      return Optional.of(future.get(time.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(Exception wrapper) {
    return switch (wrapper.getCause()) {
      case RuntimeException failure -> failure;
      case Error failure -> throw failure;
      case null, default -> new IllegalStateException(wrapper);
    };
  }

  /// Virtual threads beside the caller; the store on threads of their own.
  ///
  /// @param store platform threads, about as many as there are cores
  static Threads virtual(ExecutorService store) {
    return virtual(store, store);
  }

  /// The same with threads apart for what is brief.
  ///
  /// @param brief as many again
  static Threads virtual(ExecutorService store, ExecutorService brief) {
    return new Threads() {
      @Override
      public void start(Runnable work) {
        Thread.ofVirtual().start(work);
      }

      @Override
      public <T> T inStore(Supplier<T> work) {
        return in(store, work);
      }

      @Override
      public <T> T brieflyInStore(Supplier<T> work) {
        return in(brief, work);
      }

      @Override
      public boolean pauses(Duration time) {
        return slept(time);
      }
    };
  }

  private static <T> T in(ExecutorService threads, Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads).join();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  private static boolean slept(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
