package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spendlight.testing.claude.Faults;
import dev.spendlight.testing.claude.StubClaude;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `spendlight serve` as a process of its own, asked over HTTP, and told to stop.
@Timeout(180)
class ServeCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANALYSIS = "/v1/accounts/spendlight-demo/analysis";

  @TempDir static Path data;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  @BeforeAll
  static void demo() {
    Shell.in(data).run("demo", "--once").done();
  }

  /// A server and the address that it printed.
  private record Served(Process process, BufferedReader out, String address)
      implements AutoCloseable {

    static Served start(Map<String, String> environment, String... options) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "dev.spendlight.app.Main",
                  "serve",
                  "--port",
                  "0",
                  "--data",
                  data.toString()));
      command.addAll(List.of(options));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(name -> name.startsWith("SPENDLIGHT_"));
      builder.environment().remove("ANTHROPIC_API_KEY");
      builder.environment().putAll(environment);
      Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader out = process.inputReader();
      String line = String.valueOf(out.readLine());
      assertThat(line).startsWith("Spendlight answers on http://127.0.0.1:");
      return new Served(process, out, line.split(" ")[3].replaceFirst("/$", ""));
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  private HttpResponse<String> send(Served served, String method, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(served.address() + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode json(HttpResponse<String> response) throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  @Test
  void itAnswersLimitsAndStopsWhenTold() throws Exception {
    Map<String, String> limits =
        Map.of("SPENDLIGHT_LIMITS_ANALYSES_PER_HOUR", "2", "SPENDLIGHT_LIMITS_DAILY_USD", "1.00");
    try (Served served = Served.start(limits)) {
      JsonNode first = json(send(served, "GET", ANALYSIS));
      assertThat(first.get("source").asText()).isEqualTo("rules");
      assertThat(first.get("degraded_because").get(0).asText()).isEqualTo("no_api_key");
      assertThat(first.has("audit")).as("the platform never learns of models").isFalse();
      assertThat(json(send(served, "GET", ANALYSIS)).get("freshness").asText()).isEqualTo("cached");
      assertThat(json(send(served, "POST", ANALYSIS)).get("freshness").asText()).isEqualTo("fresh");
      assertThat(send(served, "POST", ANALYSIS).statusCode()).isEqualTo(200);
      HttpResponse<String> third = send(served, "POST", ANALYSIS);
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(Long.parseLong(third.headers().firstValue("Retry-After").orElse("")))
          .isBetween(1L, 1800L);
      assertThat(send(served, "GET", "/").body()).contains("<title>Spendlight</title>");
      assertThat(send(served, "GET", "/health/ready").body()).contains("\"store\"");
      assertThat(send(served, "GET", "/metrics").body())
          .contains("jvm_memory_used_bytes", "spendlight_budget_spent_dollars 0.0");
      served.process().destroy();
      assertThat(served.process().waitFor(30, TimeUnit.SECONDS)).as("stopped").isTrue();
    }
  }

  @Test
  void aModelThatIsAwayAndARedisThatIsAwayAreTold() throws Exception {
    try (StubClaude claude = StubClaude.start().usually(Faults.status(500));
        Served served =
            Served.start(
                Map.of(
                    "ANTHROPIC_API_KEY",
                    "sk-test",
                    "SPENDLIGHT_CLAUDE_BASE_URL",
                    claude.baseUrl().toString(),
                    "SPENDLIGHT_REDIS_URL",
                    "redis://127.0.0.1:1",
                    "SPENDLIGHT_LIMITS_DAILY_USD",
                    "1"))) {
      JsonNode answer = json(send(served, "POST", ANALYSIS));
      assertThat(answer.get("source").asText()).isEqualTo("rules");
      assertThat(answer.get("degraded_because").toString()).contains("budget_unknown");
      HttpResponse<String> ready = send(served, "GET", "/health/ready");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body()).contains("\"redis\"").contains("degraded");
    }
  }

  @Test
  void aTakenPortIsToldInASentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Shell.Outcome outcome = Shell.in(data).run("serve", "--rules", "--port", port);
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.err().strip())
          .isEqualTo(
              "spendlight: The server cannot listen on port %s of 127.0.0.1; choose another port."
                  .formatted(port));
    }
  }

  @Test
  void anAddressThatOthersCanReachIsRefused() {
    Shell.Outcome outcome = Shell.in(data).run("serve", "--port", "0", "--bind", "0.0.0.0");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("0.0.0.0").contains("127.0.0.1");
  }
}
