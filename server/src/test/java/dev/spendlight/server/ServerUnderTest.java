package dev.spendlight.server;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.finding.Detectors;
import dev.spendlight.log.PromptLog;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportImporter;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.Explanations;
import dev.spendlight.service.ImportService;
import dev.spendlight.service.IntelligenceService;
import dev.spendlight.service.IntelligenceService.Question;
import dev.spendlight.testing.InMemoryPerformanceStore;
import dev.spendlight.testing.InMemoryPromptLog;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A server on a free port over a store in memory, and a client for it. What a test wants otherwise
/// it changes before [#start].
final class ServerUnderTest implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-04-01T06:00:00Z");
  static final AccountId SHOP = new AccountId("shop");

  final List<AccountId> forgotten = new ArrayList<>();
  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  PerformanceStore store = new InMemoryPerformanceStore();
  PromptLog log = new InMemoryPromptLog();
  ReportImporter importer = new FakeImporter();
  InstantSource clock = InstantSource.fixed(NOW);
  ServerOptions options = ServerOptions.defaults().withPort(0).withUnlooked(Duration.ZERO);
  List<Readiness.Check> checks = List.of();
  UnaryOperator<Function<Question, CachedAnswer>> answers = UnaryOperator.identity();

  private final ExecutorService storeWork =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private SpendlightServer server;

  /// With the account [#SHOP].
  static ServerUnderTest withShop() {
    ServerUnderTest server = new ServerUnderTest();
    SampleShop.fill(server.store, SHOP);
    return server;
  }

  ServerUnderTest start() {
    IntelligenceService service =
        new IntelligenceService(store, Detectors.standard(), new RulesAnalyst(), clock);
    ServerParts parts =
        new ServerParts(
            service,
            new Explanations(store),
            new ImportService(store, importer),
            store,
            log,
            forgotten::add,
            meters,
            checks,
            clock,
            new Random(1),
            storeWork,
            ServerParts.NO_PAGE);
    server = SpendlightServer.start(parts, options, answers.apply(service::answer));
    return this;
  }

  int port() {
    return server.port();
  }

  SpendlightServer server() {
    return server;
  }

  HttpClient client() {
    return client;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    client.close();
    storeWork.shutdownNow();
  }
}
