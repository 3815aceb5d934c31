package dev.spendlight.server;

import dev.spendlight.account.AccountId;
import dev.spendlight.log.PromptLog;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.service.Explanations;
import dev.spendlight.service.ImportService;
import dev.spendlight.service.IntelligenceService;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// What the server answers from. Nothing of it is closed here.
///
/// @param forget told when an account was deleted, for whatever else remembers it
/// @param meters where the server counts, and what `/metrics` shows
/// @param checks what `/health/ready` looks at
/// @param chance for request ids; threads share it
/// @param storeWork where every question to the store runs: threads of the system, about as many as
///   cores, since the store's native calls would hold a virtual thread's carrier
/// @param page what `/` shows, as HTML
public record ServerParts(
    IntelligenceService service,
    Explanations explanations,
    ImportService imports,
    PerformanceStore store,
    PromptLog log,
    Consumer<AccountId> forget,
    PrometheusMeterRegistry meters,
    List<Readiness.Check> checks,
    InstantSource clock,
    RandomGenerator chance,
    Executor storeWork,
    String page) {

  /// Until there is a page.
  public static final String NO_PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Spendlight</title>
      <h1>Spendlight</h1>
      <p>The API is described in <a href="openapi.json">openapi.json</a>.</p>
      </html>
      """;

  public ServerParts {
    checks = List.copyOf(checks);
  }
}
