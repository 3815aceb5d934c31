package dev.spendlight.server;

import static dev.spendlight.server.Answers.breaches;
import static dev.spendlight.server.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final Readiness.Check STORE =
      new Readiness.Check("store", () -> Readiness.ok("It can be read."));
  private static final Readiness.Check MODEL =
      new Readiness.Check("model", () -> Readiness.degraded("Answers come from the rules."));
  private static final Readiness.Check GONE =
      new Readiness.Check("store", () -> Readiness.down("It cannot be opened."));
  private static final Readiness.Check FAILS =
      new Readiness.Check(
          "store",
          () -> {
            throw new IllegalStateException("secret inside");
          });

  @Test
  void theProcessLives() {
    try (ServerUnderTest server = new ServerUnderTest().start()) {
      HttpResponse<String> live = server.get("/health/live");
      assertThat(live.statusCode()).isEqualTo(200);
      assertThat(breaches("Live", live.body())).isEmpty();
    }
  }

  @Test
  void itIsReadyUnlessAnswersCannotBeGiven() {
    assertThat(ready(200).get("status").textValue()).isEqualTo("ok");
    assertThat(ready(200, STORE).get("status").textValue()).isEqualTo("ok");
    JsonNode degraded = ready(200, STORE, MODEL);
    assertThat(degraded.get("status").textValue()).isEqualTo("degraded");
    assertThat(degraded.at("/checks/1/detail").textValue())
        .isEqualTo("Answers come from the rules.");
    assertThat(ready(503, GONE, MODEL).get("status").textValue()).isEqualTo("down");
    assertThat(ready(503, FAILS).at("/checks/0/detail").textValue())
        .isEqualTo("It could not be looked at; the log says why.");
  }

  private static JsonNode ready(int status, Readiness.Check... checks) {
    ServerUnderTest server = new ServerUnderTest();
    server.checks = List.of(checks);
    try (server) {
      server.start();
      HttpResponse<String> ready = server.get("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(status);
      assertThat(breaches("Ready", ready.body())).isEmpty();
      return json(ready.body());
    }
  }
}
