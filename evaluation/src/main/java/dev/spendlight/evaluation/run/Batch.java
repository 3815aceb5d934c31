package dev.spendlight.evaluation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// Many accounts at a time, as many as there are processors.
///
/// @param results in the order of the sources
/// @param failures accounts that threw
public record Batch<T>(List<T> results, List<Failure> failures) {

  /// @param source title of the account
  public record Failure(String source, Throwable cause) {}

  /// @param work on one account; an account that it throws on is a failure and stops no other
  /// @param done told how many accounts are done, from any thread
  public static <T> Batch<T> run(
      List<AccountSource> sources, Function<AccountSource, T> work, IntConsumer done)
      throws InterruptedException {
    AtomicInteger count = new AtomicInteger();
    List<T> results = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<T>> futures = new ArrayList<>();
      for (AccountSource source : sources) {
        futures.add(
            threads.submit(() -> {
              try {
                return work.apply(source);
              } finally {
                done.accept(count.incrementAndGet());
              }
            }));
      }
      for (int i = 0; i < futures.size(); i++) {
        try {
          results.add(futures.get(i).get());
        } catch (ExecutionException e) {
          Throwable cause = e.getCause() == null ? e : e.getCause();
          failures.add(new Failure(sources.get(i).title(), cause));
        }
      }
    }
    return new Batch<>(List.copyOf(results), List.copyOf(failures));
  }
}
