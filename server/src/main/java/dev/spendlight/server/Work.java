package dev.spendlight.server;

import io.helidon.http.Status;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs a part of an answer on threads of the system, while the request's own thread waits: native
/// calls of the store would hold a virtual thread's carrier.
final class Work {
  private final Executor threads;

  Work(Executor threads) {
    this.threads = threads;
  }

  /// @throws Refusal when no thread takes it, or it is not done in time; what has not begun by then
  ///   never will
  <T> T done(Deadline deadline, Supplier<T> part) {
    FutureTask<T> task = new FutureTask<>(part::get);
    try {
      threads.execute(task);
      return task.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      throw busy("The server is busy with as much as it can do at once; try again soon.");
    } catch (TimeoutException e) {
      task.cancel(false);
      throw busy("The answer was not ready in time; try again soon.");
    } catch (InterruptedException e) {
      task.cancel(false);
      Thread.currentThread().interrupt();
      throw busy("The server stopped before the answer was ready; try again soon.");
    } catch (CancellationException e) {
      throw new IllegalStateException("a part of an answer was cancelled by another", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException fault -> fault;
      case Error fault -> throw fault;
      case null, default -> new IllegalStateException("a part of an answer failed", cause);
    };
  }

  private static Refusal busy(String sentence) {
    return new Refusal(Problem.of(Status.SERVICE_UNAVAILABLE_503, sentence).retryAfter(1));
  }
}
