package dev.spendlight.claude;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/// Protects one model, and whoever asks it: a bulkhead counts questions, waits between attempts
/// included, and a circuit breaker judges attempts. Neither waits.
final class Guard {
  private final String model;
  private final Bulkhead bulkhead;
  private final CircuitBreaker breaker;

  Guard(String model, ClaudeOptions options, InstantSource clock) {
    this.model = model;
    bulkhead =
        Bulkhead.of(
            model,
            BulkheadConfig.custom()
                .maxConcurrentCalls(options.concurrent())
                .maxWaitDuration(Duration.ZERO)
                .build());
    ClaudeOptions.Breaker limits = options.breaker();
    breaker =
        CircuitBreaker.of(
            model,
            CircuitBreakerConfig.custom()
                .slidingWindow(
                    limits.window(),
                    limits.least(),
                    CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(limits.failurePercent())
                .waitDurationInOpenState(limits.pause())
                .permittedNumberOfCallsInHalfOpenState(limits.trials())
                .recordResult(Outcome.Health.BAD::equals)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build());
  }

  /// @return false when as many questions as allowed are under way
  boolean enter() {
    return bulkhead.tryAcquirePermission();
  }

  void leave() {
    bulkhead.onComplete();
  }

  /// @return false while the breaker is open; otherwise [#judge] has to follow
  boolean allowsAttempt() {
    return breaker.tryAcquirePermission();
  }

  void judge(Outcome.Health health, Duration took) {
    if (health == Outcome.Health.NEITHER) {
      breaker.releasePermission();
    } else {
      breaker.onResult(took.toNanos(), TimeUnit.NANOSECONDS, health);
    }
  }

  ModelHealth health() {
    int free = bulkhead.getMetrics().getAvailableConcurrentCalls();
    int most = bulkhead.getMetrics().getMaxAllowedConcurrentCalls();
    return new ModelHealth(
        model,
        switch (breaker.getState()) {
          case OPEN, FORCED_OPEN -> ModelHealth.Breaker.OPEN;
          case HALF_OPEN -> ModelHealth.Breaker.TRYING;
          case CLOSED, DISABLED, METRICS_ONLY -> ModelHealth.Breaker.CLOSED;
        },
        most - free,
        most);
  }
}
