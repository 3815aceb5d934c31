package dev.spendlight.server;

import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.service.IntelligenceService.Question;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/// The HTTP server. It answers from when it is started until it is closed.
public final class SpendlightServer implements AutoCloseable {
  private static final int MOST_BYTES_OF_LINE = 8 << 10;
  private static final int MOST_BYTES_OF_HEADERS = 16 << 10;

  private final WebServer server;
  private final ThreadPoolExecutor longThreads;
  private final ScheduledExecutorService watch;
  private final ProcessMetrics process;
  private final Routes routes;

  private SpendlightServer(
      ServerParts parts, ServerOptions options, Function<Question, CachedAnswer> answers) {
    InetAddress address = Loopback.address(options.bind());
    this.longThreads = longThreads(options.longAtOnce());
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("spendlight-deadlines").factory());
    this.process = new ProcessMetrics(parts.meters());
    this.routes = routes(parts, options, answers);
    Http1Config.Builder http1 =
        Http1Config.builder()
            // HTTP/1.1 keeps connections unless told otherwise, and Helidon copies an answer whose
            // head is longer than 255 bytes.
            .sendKeepAliveHeader(false)
            .maxPrologueLength(MOST_BYTES_OF_LINE)
            .maxHeadersSize(MOST_BYTES_OF_HEADERS);
    Connections connections = new Connections(http1, options.times());
    RequestIds ids = new RequestIds(parts.chance());
    RequestMetrics metrics = new RequestMetrics(parts.meters());
    this.server =
        WebServer.builder()
            .address(address)
            .port(options.port())
            .protocolsDiscoverServices(false)
            .featuresDiscoverServices(false)
            .addConnectionSelector(connections)
            .directHandlers(new TransportProblems(ids, metrics).forAll())
            .contentEncoding(
                ContentEncodingContext.builder()
                    .contentEncodingsDiscoverServices(false)
                    .addContentEncoding(new GzipDecoding())
                    .build())
            // Else the end of an answer of several packets waits for the client to acknowledge what
            // came before, which it puts off for 40 ms.
            .connectionOptions(socket -> socket.tcpNoDelay(true))
            // One write an answer, where a channel takes as many as the answer has packets.
            .useNio(false)
            .maxTcpConnections(options.connections())
            .shutdownGracePeriod(options.times().grace())
            .shutdownHook(false)
            .routing(
                HttpRouting.builder()
                    .any(
                        new FrontDoor(
                            routes,
                            ids,
                            new Sender(),
                            metrics,
                            connections,
                            options.times().sending())))
            .build();
    long period = period(options.times()).toMillis();
    var _ = watch.scheduleWithFixedDelay(connections::cut, period, period, TimeUnit.MILLISECONDS);
  }

  /// @throws IllegalArgumentException with a sentence for the user when others than this machine
  ///   could reach the address, or nobody can listen there
  public static SpendlightServer start(ServerParts parts, ServerOptions options) {
    return start(parts, options, parts.service()::answer);
  }

  /// @param answers in place of the service's
  static SpendlightServer start(
      ServerParts parts, ServerOptions options, Function<Question, CachedAnswer> answers) {
    SpendlightServer started = new SpendlightServer(parts, options, answers);
    // Helidon logs why it could not listen, and goes on.
    started.server.start();
    if (started.server.isRunning()) {
      return started;
    }
    started.close();
    throw new IllegalArgumentException(
        "The server cannot listen on port %d of %s; choose another port."
            .formatted(options.port(), options.bind()));
  }

  /// Where it listens.
  public int port() {
    return server.port();
  }

  Routes routes() {
    return routes;
  }

  /// Takes no new connection, lets requests in flight come to their end within the time of grace,
  /// and ends.
  @Override
  public void close() {
    server.stop();
    watch.shutdownNow();
    longThreads.shutdownNow();
    process.close();
  }

  private Routes routes(
      ServerParts parts, ServerOptions options, Function<Question, CachedAnswer> answers) {
    Work storeWork = new Work(parts.storeWork());
    Work longWork = new Work(longThreads);
    // The service keeps its own work on the store in bounds, and a virtual thread waits for little.
    Work serviceWork = new Work(task -> Thread.ofVirtual().start(task));
    Accounts accounts = new Accounts(parts.store(), serviceWork);
    KeptAnswers kept =
        new KeptAnswers(parts.store(), parts.clock(), options.keptBytes(), options.unlooked());
    AnswerMetrics metrics = new AnswerMetrics(parts.meters());
    List<Route> all = new ArrayList<>();
    Stream.of(
            new AnalysisEndpoints(answers, parts, accounts, kept, metrics).routes(options.times()),
            new AccountEndpoints(parts.store(), kept.forgetting(), parts.forget(), storeWork)
                .routes(options.times()),
            new FigureEndpoints(parts.service(), parts.explanations(), accounts, storeWork)
                .routes(options.times()),
            new ReportEndpoints(parts, options, longWork, kept.forgetting(), metrics).routes(),
            new OperationsEndpoints(parts, storeWork).routes(options.times()),
            new HealthEndpoints(parts.checks(), storeWork).routes(options.times()))
        .forEach(all::addAll);
    return new Routes(all);
  }

  /// Threads of the system: what runs there asks the store too, and for long.
  private static ThreadPoolExecutor longThreads(int most) {
    return new ThreadPoolExecutor(
        0,
        most,
        60,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        Thread.ofPlatform().name("spendlight-long-", 0).factory());
  }

  /// Often enough that no deadline is passed by much.
  private static Duration period(ServerOptions.Times times) {
    Duration shortest =
        Stream.of(times.idle(), times.head(), times.answer())
            .min(Duration::compareTo)
            .orElseThrow();
    return Duration.ofMillis(Math.clamp(shortest.toMillis() / 4, 10, 1000));
  }
}
