package dev.spendlight.app.command;

import dev.spendlight.app.wiring.HttpService;
import dev.spendlight.app.wiring.RunningService;
import dev.spendlight.app.wiring.Settings;
import dev.spendlight.server.ServerOptions;
import dev.spendlight.server.SpendlightServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spendlight serve`
@Command(
    name = "serve",
    description = "Answers over HTTP until it is stopped.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on, 0 for any; else SPENDLIGHT_SERVER_PORT, else 8080.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--bind",
      paramLabel = "ADDR",
      description = "Address to listen on; else SPENDLIGHT_SERVER_BIND, else 127.0.0.1.")
  private Optional<String> bind = Optional.empty();

  @Option(names = "--rules", description = "Let the rules analyst write, without any model.")
  private boolean rules;

  public ServeCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws InterruptedException {
    serve(bench, data.folder(bench.environment()), port, bind, rules, "");
    return 0;
  }

  /// Until the process is told to stop: then requests in flight are finished, and what is to be
  /// logged is logged.
  ///
  /// @param place on the page that the printed address leads to, such as `#my-account`
  static void serve(
      Workbench bench,
      Path folder,
      Optional<Integer> port,
      Optional<String> bind,
      boolean rules,
      String place)
      throws InterruptedException {
    Settings settings = bench.settings();
    ServerOptions usual = ServerOptions.defaults();
    ServerOptions options =
        usual
            .withPort(port.orElseGet(() -> settings.count("server.port", usual.port())))
            .withBind(bind.or(() -> settings.text("server.bind")).orElse(usual.bind()))
            .withConnections(settings.count("server.connections", usual.connections()));
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (RunningService running = new RunningService(settings, folder, rules, bench.clock());
        SpendlightServer server = HttpService.start(running, options, bench.clock())) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(stop, stopped)));
      bench
          .terminal()
          .line(
              "Spendlight answers on http://%s:%d/%s (Ctrl-C ends it)."
                  .formatted(options.bind(), server.port(), place));
      bench.terminal().out().flush();
      stop.await();
    } finally {
      stopped.countDown();
    }
  }

  private static void end(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
