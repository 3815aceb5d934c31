package processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Real `serve` processes over one data folder, each on a port of its own.
final class Cluster implements AutoCloseable {
  private final Path work;
  private final Map<String, String> settings;
  private final HttpClient http;
  private final List<Integer> ports = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();
  private final AtomicInteger lives = new AtomicInteger();
  private final Set<Integer> ready = ConcurrentHashMap.newKeySet();
  private final String warmUp;

  /// @param settings environment variables
  /// @param warmUp path that a process has to answer before it is sent anything
  Cluster(Path work, int count, Map<String, String> settings, HttpClient http, String warmUp)
      throws IOException, InterruptedException {
    this.warmUp = warmUp;
    this.work = work;
    this.settings = settings;
    this.http = http;
    for (int i = 0; i < count; i++) {
      ports.add(Redis.freePort());
      processes.add(start(i));
      awaitLife(i);
    }
  }

  int size() {
    return ports.size();
  }

  /// Where a load balancer would send the next request; it learns of a kill when the process is started again.
  int anyReady() {
    List<Integer> there = List.copyOf(ready);
    return there.isEmpty() ? 0 : there.get(ThreadLocalRandom.current().nextInt(there.size()));
  }

  /// Processes that were started so far.
  int lives() {
    return lives.get();
  }

  URI at(int process, String path) {
    return URI.create("http://127.0.0.1:" + ports.get(process) + path);
  }

  /// As `kill -9` does.
  void kill(int process) throws InterruptedException {
    processes.get(process).destroyForcibly().waitFor();
  }

  void restart(int process) throws IOException, InterruptedException {
    ready.remove(process);
    processes.set(process, start(process));
    awaitLife(process);
  }

  /// As an operator does: what is in flight is finished, what is to be logged is logged.
  void stop() throws InterruptedException {
    processes.forEach(Process::destroy);
    for (Process each : processes) {
      if (!each.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("A process did not stop within a minute.");
      }
    }
  }

  private Process start(int index) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-UsePerfData",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-cp",
                System.getProperty("product.class.path"),
                "dev.spendlight.app.Main",
                "serve",
                "--port",
                ports.get(index).toString(),
                "--data",
                work.resolve("data").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("serve-" + index + ".log").toFile()));
    builder.environment().putAll(settings);
    lives.incrementAndGet();
    return builder.start();
  }

  private void awaitLife(int process) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(at(process, warmUp)).timeout(Duration.ofSeconds(30)).build();
    for (int i = 0; i < 600; i++) {
      try {
        if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          ready.add(process);
          return;
        }
      } catch (IOException e) {
        if (!processes.get(process).isAlive()) {
          throw new IllegalStateException("A process ended by itself; see " + work, e);
        }
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    throw new IllegalStateException("A process did not start within a minute.");
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
