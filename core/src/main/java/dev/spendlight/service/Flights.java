package dev.spendlight.service;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Work that is done once for all who ask for it while it is under way.
final class Flights<K, V> {
  private final Map<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();
  private final Threads threads;

  Flights(Threads threads) {
    this.threads = threads;
  }

  /// Joins what is under way, or begins it.
  CompletableFuture<V> join(K key, Supplier<V> work) {
    CompletableFuture<V> fresh = new CompletableFuture<>();
    CompletableFuture<V> there = underWay.putIfAbsent(key, fresh);
    if (there != null) {
      return there;
    }
    threads.start(() -> fly(key, work, fresh));
    return fresh;
  }

  private void fly(K key, Supplier<V> work, CompletableFuture<V> landing) {
    try {
      V value = work.get();
      underWay.remove(key, landing);
      landing.complete(value);
    } catch (Throwable e) {
      underWay.remove(key, landing);
      landing.completeExceptionally(e);
    }
  }
}
