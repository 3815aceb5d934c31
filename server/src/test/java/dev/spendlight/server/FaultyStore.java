package dev.spendlight.server;

import dev.spendlight.report.PerformanceStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/// A store that does something else first, whatever it is asked.
final class FaultyStore {
  private FaultyStore() {}

  /// @param first told the name of the method; may throw
  static PerformanceStore of(PerformanceStore store, Consumer<String> first) {
    return (PerformanceStore)
        Proxy.newProxyInstance(
            FaultyStore.class.getClassLoader(),
            new Class<?>[] {PerformanceStore.class},
            (proxy, method, arguments) -> {
              first.accept(method.getName());
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
