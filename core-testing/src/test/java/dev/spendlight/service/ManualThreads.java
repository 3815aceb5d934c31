package dev.spendlight.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Work beside the caller that is done when a test says so, or when somebody waits for it.
class ManualThreads implements Threads {
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  @Override
  public void start(Runnable work) {
    waiting.add(work);
  }

  @Override
  public <T> T inStore(Supplier<T> work) {
    return work.get();
  }

  @Override
  public boolean pauses(Duration time) {
    return runOne();
  }

  @Override
  public <T> Optional<T> await(CompletableFuture<T> future, Duration time) {
    while (!future.isDone() && runOne()) {
      // Until it is there, or nobody is left who could bring it.
    }
    return future.isDone() ? Threads.super.await(future, Duration.ofSeconds(1)) : Optional.empty();
  }

  private boolean runOne() {
    Runnable next = waiting.poll();
    if (next == null) {
      return false;
    }
    next.run();
    return true;
  }

  void runAll() {
    while (runOne()) {
      // Until nothing is left.
    }
  }
}
