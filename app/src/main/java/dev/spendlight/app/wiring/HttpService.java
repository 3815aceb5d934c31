package dev.spendlight.app.wiring;

import dev.spendlight.account.AccountId;
import dev.spendlight.claude.ModelHealth;
import dev.spendlight.limit.Budget;
import dev.spendlight.limit.UnreachableException;
import dev.spendlight.redis.Redis;
import dev.spendlight.report.StoreException;
import dev.spendlight.server.Readiness;
import dev.spendlight.server.ServerOptions;
import dev.spendlight.server.ServerParts;
import dev.spendlight.server.SpendlightServer;
import dev.spendlight.service.Explanations;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Puts a running service behind HTTP.
public final class HttpService {
  /// A budget tells of all accounts beside one, whichever it is.
  private static final AccountId ANY = new AccountId("any");

  private HttpService() {}

  public static SpendlightServer start(
      RunningService running, ServerOptions options, InstantSource clock) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters(running, meters);
    return SpendlightServer.start(
        new ServerParts(
            running.service(),
            new Explanations(running.store()),
            running.imports(),
            running.store(),
            running.log(),
            running::forget,
            meters,
            checks(running),
            clock,
            () -> ThreadLocalRandom.current().nextLong(),
            running.storeWork(),
            page()),
        options);
  }

  private static List<Readiness.Check> checks(RunningService running) {
    List<Readiness.Check> checks = new ArrayList<>();
    checks.add(new Readiness.Check("store", () -> store(running)));
    running
        .state()
        .redis()
        .ifPresent(redis -> checks.add(new Readiness.Check("redis", () -> redis(redis))));
    checks.add(new Readiness.Check("model", () -> model(running.model())));
    running
        .model()
        .ifPresent(model -> checks.add(new Readiness.Check("prompt_log", () -> log(model))));
    return checks;
  }

  private static Readiness store(RunningService running) {
    try {
      return Readiness.ok("%d accounts.".formatted(running.store().accounts().size()));
    } catch (StoreException e) {
      return Readiness.down(String.valueOf(e.getMessage()));
    }
  }

  private static Readiness redis(Redis redis) {
    return redis.isReachable()
        ? Readiness.ok("It answers.")
        : Readiness.degraded(
            "It cannot be reached: answers are kept and limited by this process alone, and where"
                + " there is a budget no model is asked.");
  }

  private static Readiness model(Optional<OpenModel> model) {
    if (model.isEmpty()) {
      return Readiness.ok("No key is set; the rules analyst writes.");
    }
    List<String> resting =
        model.get().claude().health().stream()
            .filter(each -> each.breaker() == ModelHealth.Breaker.OPEN)
            .map(ModelHealth::model)
            .toList();
    return resting.isEmpty()
        ? Readiness.ok("A model may be asked.")
        : Readiness.degraded(
            "%s failed too often and is not asked for a while; the rules analyst writes."
                .formatted(String.join(", ", resting)));
  }

  private static Readiness log(OpenModel model) {
    long dropped = model.logged().dropped();
    return dropped == 0
        ? Readiness.ok("Everything was logged.")
        : Readiness.degraded("%d prompts could not be logged.".formatted(dropped));
  }

  private static void meters(RunningService running, PrometheusMeterRegistry meters) {
    running
        .model()
        .ifPresent(model -> {
          FunctionCounter.builder(
                  "spendlight.prompts.dropped", model, each -> each.logged().dropped())
              .description("Prompts that could not be logged.")
              .register(meters);
          Gauge.builder(
                  "spendlight.model.questions",
                  model,
                  each -> each.claude().health().stream().mapToInt(ModelHealth::underWay).sum())
              .description("Questions to models under way.")
              .register(meters);
        });
    if (running.state().budget().isLimited()) {
      Gauge.builder("spendlight.budget.spent", running.state().budget(), HttpService::spent)
          .description("Dollars that are settled and set aside today for all accounts.")
          .baseUnit("dollars")
          .register(meters);
    }
    running
        .state()
        .redis()
        .ifPresent(redis -> {
          FunctionCounter.builder("spendlight.redis.failures", redis, Redis::failures)
              .description("Commands to Redis that failed or were not sent.")
              .register(meters);
          Gauge.builder("spendlight.redis.reachable", redis, each -> each.isReachable() ? 1 : 0)
              .description("Whether Redis answers.")
              .register(meters);
        });
  }

  /// Not a number while nobody knows.
  private static double spent(Budget budget) {
    try {
      return budget.spent(ANY).service().dollars().doubleValue();
    } catch (UnreachableException e) {
      return Double.NaN;
    }
  }

  private static String page() {
    try (InputStream page = HttpService.class.getResourceAsStream("page.html")) {
      if (page == null) {
        throw new IllegalStateException("The page is missing from the jar.");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
