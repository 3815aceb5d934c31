package processes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spendlight.document.DocumentKind;
import dev.spendlight.document.Schemas;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Sends requests as a load balancer would: to any process, and to the next where one is gone. Looks at every answer.
final class Traffic {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final Cluster cluster;
  private final HttpClient http;
  private final Schemas schemas = new Schemas();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  enum What {
    GET,
    POST,
    UPLOAD
  }

  /// @param status 0 when no process answered
  /// @param words source, freshness and why it is degraded; of a refusal, its sentence
  /// @param faults what is wrong with it; empty when it is valid
  record Answer(
      What what, int shop, Instant asked, long millis, int tries, int status, List<String> words, List<String> faults) {
    Instant came() {
      return asked.plusMillis(millis);
    }
  }

  Traffic(Cluster cluster, HttpClient http) {
    this.cluster = cluster;
    this.http = http;
  }

  List<Answer> answers() {
    return List.copyOf(answers);
  }

  void analysis(What what, String account, int shop) {
    String method = what == What.GET ? "GET" : "POST";
    send(what, shop, "/v1/accounts/" + account + "/analysis", method, BodyPublishers.noBody());
  }

  void upload(String account, int shop, String pulled, byte[] report) {
    String path = "/v1/accounts/" + account + "/reports?name=targeting.csv&snapshot=" + pulled;
    send(What.UPLOAD, shop, path, "POST", BodyPublishers.ofByteArray(report));
  }

  private void send(What what, int shop, String path, String method, BodyPublisher body) {
    Instant asked = Instant.now();
    long begin = System.nanoTime();
    int status = 0;
    String text = "no process answered";
    int tries = 0;
    while (status == 0 && System.nanoTime() - begin < PATIENCE.toNanos()) {
      HttpRequest request =
          HttpRequest.newBuilder(cluster.at(cluster.anyReady(), path))
              .method(method, body)
              .timeout(PATIENCE)
              .build();
      tries++;
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        status = response.statusCode();
        text = response.body();
      } catch (IOException e) {
        if (!rested()) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    answers.add(new Answer(what, shop, asked, millis, tries, status, words(text), faults(what, status, text)));
  }

  private static boolean rested() {
    try {
      Thread.sleep(Duration.ofMillis(50));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> words(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.has("detail") || !json.has("source")) {
        return List.of(json.path("detail").asText());
      }
      List<String> because = new ArrayList<>();
      json.path("degraded_because").forEach(each -> because.add(each.asText()));
      return List.of(json.path("source").asText(), json.path("freshness").asText(), String.join("+", because));
    } catch (JsonProcessingException e) {
      return List.of(text);
    }
  }

  private List<String> faults(What what, int status, String text) {
    if (status == 429 && what == What.POST) {
      return List.of();
    }
    if (status != 200) {
      return List.of("status " + status);
    }
    return schemas.breaches(what == What.UPLOAD ? DocumentKind.IMPORT : DocumentKind.ANALYSIS, text);
  }
}
