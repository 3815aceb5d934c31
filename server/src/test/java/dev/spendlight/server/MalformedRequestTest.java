package dev.spendlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.server.RawClient.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Clients that are broken or hostile.
@Timeout(60)
class MalformedRequestTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration NEVER = Duration.ofMinutes(10);
  private static final String HOST = "Host: 127.0.0.1\r\n";
  private static final String LIVE = "GET /health/live HTTP/1.1\r\n" + HOST;

  private final ServerUnderTest server = ServerUnderTest.withShop();

  @BeforeEach
  void limits() {
    server.options =
        server.options.withTimes(
            new ServerOptions.Times(
                NEVER, NEVER, NEVER, NEVER, NEVER, SOON, Duration.ofMillis(100)));
  }

  @AfterEach
  void itStillAnswers() {
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    server.close();
  }

  private void start(ServerOptions.Times times) {
    server.options = server.options.withTimes(times);
    server.start();
  }

  private ServerOptions.Times times() {
    return server.options.times();
  }

  @Test
  void aLineOrHeadersThatAreTooLongAreRefused() throws IOException {
    start(times());
    try (RawClient client = new RawClient(server.port())) {
      client.send("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n");
      refused(414, client);
    }
    try (RawClient client = new RawClient(server.port())) {
      client.send(LIVE + "X-Long: " + "x".repeat(40_000) + "\r\n\r\n");
      refused(400, client);
    }
    try (RawClient client = new RawClient(server.port())) {
      client.send(LIVE + "X: y\r\n".repeat(10_000) + "\r\n");
      refused(400, client);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET /health/live HTTP/1.1, 400",
    "GET /health/live HTTP/1.1~Host: a~Host: b, 400",
    "GET /health/live HTTP/1.1~Host: 127.0.0.1:port, 400",
    "GET /health/live HTTP/2.0~Host: 127.0.0.1, 400",
    "GET /health/live~Host: 127.0.0.1, 400",
    "PUT /v1/accounts/a HTTP/1.1~Host: 127.0.0.1~Content-Length: -1, 400",
    "PUT /v1/accounts/a HTTP/1.1~Host: 127.0.0.1~Content-Length: many, 400",
    "PUT /v1/accounts/a HTTP/1.1~Host: 127.0.0.1~Content-Length: 2~Transfer-Encoding: chunked, 400",
    "PUT /v1/accounts/a HTTP/1.1~Host: 127.0.0.1~Transfer-Encoding: gzip, 400",
    "PUT /v1/accounts/a HTTP/1.1~Host: 127.0.0.1~Transfer-Encoding: chunked~~zz, 400",
    "PUT /v1/accounts/a HTTP/1.1~Host: 127.0.0.1~Transfer-Encoding: chunked~~-5~hello, 400",
    "PUT /v1/accounts/a HTTP/1.1~Host: 127.0.0.1~Transfer-Encoding: chunked~~FFFFFFFFFF~hi, 400",
    "PUT /v1/accounts/a HTTP/1.1~Host: 127.0.0.1~Content-Encoding: br~Content-Length: 2~~{}, 400",
  })
  void whatIsNoHttpIsRefusedWithAProblem(String request, int status) throws IOException {
    start(times());
    try (RawClient client = new RawClient(server.port())) {
      client.send(request.replace("~", "\r\n") + "\r\n\r\n");
      refused(status, client);
    }
  }

  private static void refused(int status, RawClient client) throws IOException {
    Response response = client.response();
    assertThat(response.status()).as(response.toString()).isEqualTo(status);
    assertThat(response.headers())
        .containsEntry("content-type", "application/problem+json")
        .containsEntry("connection", "close");
    assertThat(Answers.problem(response.body()).get("request_id").textValue())
        .isEqualTo(response.headers().get("x-request-id"));
    assertThat(client.isEnded()).isTrue();
  }

  @Test
  void requestsThatAreSentAheadAreAnsweredInTheirOrder() throws IOException {
    start(times());
    try (RawClient client = new RawClient(server.port())) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < 50; i++) {
        all.append(LIVE).append("X-Request-Id: r").append(i).append("\r\n\r\n");
        all.append("PUT /v1/accounts/a%20b HTTP/1.1\r\n")
            .append(HOST)
            .append("Content-Length: 2\r\n\r\n{}");
      }
      client.send(all.toString());
      for (int i = 0; i < 50; i++) {
        assertThat(client.response().headers()).containsEntry("x-request-id", "r" + i);
        assertThat(client.response().status()).isEqualTo(i == 0 ? 201 : 200);
      }
    }
  }

  @Test
  void aBodyThatNobodyWantsIsReadOverAndNotTakenForARequest() throws IOException {
    start(times());
    String smuggled = "GET /metrics HTTP/1.1\r\n\r\n";
    try (RawClient client = new RawClient(server.port())) {
      client.send(
          "GET /health/live HTTP/1.1\r\n"
              + HOST
              + "Content-Length: %d\r\n\r\n".formatted(smuggled.length())
              + smuggled
              + "GET /nothing HTTP/1.1\r\n"
              + HOST
              + "\r\n");
      assertThat(client.response().status()).isEqualTo(200);
      assertThat(client.response().status()).isEqualTo(404);
    }
  }

  @Test
  void aBodyThatIsFarTooLongEndsTheConnectionAfterTheAnswer() throws IOException {
    start(times());
    try (RawClient client = new RawClient(server.port())) {
      client.send(
          "PUT /v1/accounts/a HTTP/1.1\r\n"
              + HOST
              + "Expect: 100-continue\r\nContent-Length: 9000000000\r\n\r\n");
      Response response = client.response();
      assertThat(response.status()).isEqualTo(413);
      assertThat(response.headers()).containsEntry("connection", "close");
      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void aClientThatWantsTheConnectionEndedGetsThat() throws IOException {
    start(times());
    try (RawClient client = new RawClient(server.port())) {
      client.send(LIVE + "Connection: close\r\n\r\n");
      Response response = client.response();
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.headers()).containsEntry("connection", "close");
      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void aClientThatLeavesInTheMiddleHurtsNobody() throws IOException {
    start(times());
    for (String begun :
        new String[] {
          "PUT /v1/accounts/a HTTP/1.1\r\n" + HOST + "Content-Length: 10\r\n\r\n{",
          "POST /v1/accounts/a/reports HTTP/1.1\r\n" + HOST + "Content-Length: 10\r\n\r\nx",
          "POST /v1/accounts/a/reports HTTP/1.1\r\n"
              + HOST
              + "Transfer-Encoding: chunked\r\n\r\n5\r\nab"
        }) {
      try (RawClient client = new RawClient(server.port())) {
        client.send(begun);
      }
    }
  }

  @Test
  void noiseIsNeverAnsweredWithAFault() throws IOException {
    start(times().withIdle(SOON).withHead(SOON).withAnswer(SOON).withUpload(SOON));
    long seed = 42;
    Random chance = new Random(seed);
    String[] pieces = {
      "GET ",
      "PUT ",
      "/",
      "/v1/accounts/a",
      "%",
      "%zz",
      "%00",
      "?",
      "&&=",
      " HTTP/1.1",
      "\r\n",
      "\n",
      "\r",
      HOST,
      "Content-Length: 3\r\n",
      "Transfer-Encoding: chunked\r\n",
      "\0",
      "é",
      ":",
      "5\r\n",
      "0\r\n\r\n",
      "{}",
      "\r\n\r\n",
      "#",
      ";a=b",
      "//",
      "..",
      "?as_of=%",
      "%f",
      "Accept-Encoding: ;;q\r\n",
      "Content-Encoding: gzip\r\n",
      "Expect: 100-continue\r\n"
    };
    for (int i = 0; i < 60; i++) {
      StringBuilder noise =
          new StringBuilder(i % 2 == 0 ? "GET /v1/accounts/a HTTP/1.1\r\n" + HOST : "");
      for (int j = chance.nextInt(12); j >= 0; j--) {
        noise.append(pieces[chance.nextInt(pieces.length)]);
      }
      try (RawClient client = new RawClient(server.port())) {
        client.send(noise + "\r\n\r\n");
        Response response = client.response();
        assertThat(response.status())
            .as("seed %d, %d: %s", seed, i, noise)
            .isNotEqualTo(500)
            .isLessThan(506);
      } catch (IOException ended) {
        // which is an answer too
      }
    }
    assertThat(server.meters.find("http.server.requests").tag("status", "500").timers()).isEmpty();
  }
}
