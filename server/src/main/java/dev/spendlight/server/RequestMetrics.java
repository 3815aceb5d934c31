package dev.spendlight.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts and times requests by route, method and status, and those in flight.
final class RequestMetrics {
  /// For what is asked of no route, so that a client cannot make as many meters as it likes.
  static final String NO_ROUTE = "none";

  /// Methods that some route has; others are one.
  private static final String OTHER_METHOD = "OTHER";

  private record Key(String route, String method, int status) {}

  private final MeterRegistry meters;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();

  RequestMetrics(MeterRegistry meters) {
    this.meters = meters;
    Gauge.builder("http.server.requests.active", inFlight, AtomicInteger::get)
        .description("Requests in flight")
        .register(meters);
  }

  void begin() {
    inFlight.incrementAndGet();
  }

  void end() {
    inFlight.decrementAndGet();
  }

  /// @param route a template, or [#NO_ROUTE]
  /// @param since as [System#nanoTime] told then
  void answered(String route, String method, int status, long since) {
    timers
        .computeIfAbsent(new Key(route, known(method), status), this::timer)
        .record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
  }

  private static String known(String method) {
    return switch (method) {
      case "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH" -> method;
      default -> OTHER_METHOD;
    };
  }

  private Timer timer(Key key) {
    return Timer.builder("http.server.requests")
        .description("Requests by route, from their headers to the last byte of the answer")
        .tag("route", key.route)
        .tag("method", key.method)
        .tag("status", Integer.toString(key.status))
        .register(meters);
  }
}
