package dev.spendlight.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Virtual threads that all start at once.
final class ManyThreads {
  private ManyThreads() {}

  /// @param work by the number of the thread, from 0
  /// @return what came of each, in that order
  static <T> List<T> run(int threads, IntFunction<Callable<T>> work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<T> results = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<T> each = work.apply(i);
        futures.add(
            executor.submit(() -> {
              start.await();
              return each.call();
            }));
      }
      start.countDown();
      for (Future<T> each : futures) {
        results.add(each.get());
      }
    }
    return results;
  }
}
