package dev.spendlight.testing;

import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.OpenCall;
import dev.spendlight.log.OpenCalls;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Open calls that last as long as the test. Threads may share one.
public final class InMemoryOpenCalls implements OpenCalls {
  private final NavigableMap<ExchangeId, OpenCall> calls = new ConcurrentSkipListMap<>();

  @Override
  public boolean keep(OpenCall call) {
    calls.put(call.id(), call);
    return true;
  }

  @Override
  public void remove(ExchangeId id) {
    calls.remove(id);
  }

  @Override
  public List<OpenCall> all() {
    return List.copyOf(calls.values());
  }
}
