package dev.spendlight.testing;

import dev.spendlight.report.PerformanceStore;

class InMemoryPerformanceStoreTest extends PerformanceStoreContract {
  private final PerformanceStore store = new InMemoryPerformanceStore();

  @Override
  protected PerformanceStore open() {
    return store;
  }
}
