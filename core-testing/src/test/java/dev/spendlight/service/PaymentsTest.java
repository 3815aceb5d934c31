package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.limit.Budget;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.OpenCall;
import dev.spendlight.log.PromptLog;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.testing.InMemoryOpenCalls;
import dev.spendlight.testing.InMemoryPromptLog;
import dev.spendlight.testing.SampleExchange;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What dead processes left of their calls.
final class PaymentsTest {
  private static final Instant NOW = Instant.parse("2026-04-01T06:00:00Z");
  private static final int COUNT = 50;

  private final InMemoryOpenCalls calls = new InMemoryOpenCalls();
  private final InMemoryPromptLog kept = new InMemoryPromptLog();
  private final List<String> asked = new ArrayList<>();
  private final ExchangeIds ids = new ExchangeIds(() -> NOW, new Random(1));

  @Test
  void howeverManyCallsAreLeftTheLogIsAskedOnce() {
    for (int i = 0; i < COUNT; i++) {
      assertThat(calls.keep(call(ids.next()))).isTrue();
    }
    new Payments(Budget.NONE, calls).tidy(counted(), NOW, Duration.ofMinutes(10));
    assertThat(asked).containsExactlyInAnyOrder("find", "append");
    assertThat(calls.all()).isEmpty();
    assertThat(kept.query(LogQuery.newest(2 * COUNT)))
        .hasSize(COUNT)
        .allSatisfy(each -> assertThat(each.charge().unbilled()).isEqualTo(new NanoDollars(70)));
  }

  private static OpenCall call(ExchangeId id) {
    Exchange sample = SampleExchange.at("2026-04-01T05:00:00Z", 1).make();
    return new OpenCall(
        id, sample.at(), sample.subject(), sample.asked(), Optional.of(new NanoDollars(70)));
  }

  private PromptLog counted() {
    return (PromptLog)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {PromptLog.class},
            (proxy, method, arguments) -> {
              asked.add(method.getName());
              try {
                return method.invoke(kept, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
