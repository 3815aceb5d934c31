package dev.spendlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that send or take too little.
@Timeout(60)
class SlowClientTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration NEVER = Duration.ofMinutes(10);
  private static final String HOST = "Host: 127.0.0.1\r\n";
  private static final String UPLOAD = "POST /v1/accounts/new/reports HTTP/1.1\r\n" + HOST;
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

  @ParameterizedTest
  @ValueSource(strings = {"", "G", "GET /health/live HT", "GET /health/live HTTP/1.1\r"})
  void aRequestLineThatDoesNotComeEndsTheConnection(String begun) throws IOException {
    start(times().withIdle(SOON));
    try (RawClient client = new RawClient(server.port())) {
      client.send(begun);
      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void aConnectionThatRestsTooLongIsEnded() throws IOException {
    start(times().withIdle(SOON));
    try (RawClient client = new RawClient(server.port())) {
      client.send(LIVE + "\r\n");
      assertThat(client.response().status()).isEqualTo(200);
      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void headersThatTrickleEndTheConnectionThoughSomethingAlwaysComes() throws IOException {
    start(times().withHead(SOON));
    try (RawClient client = new RawClient(server.port())) {
      client.send("GET /health/live HTTP/1.1\r\nX-Slow: ");
      assertThat(client.isEndedThoughSending("x")).isTrue();
    }
  }

  @Test
  void aRequestLineThatTricklesEndsTheConnection() throws IOException {
    start(times().withIdle(SOON));
    try (RawClient client = new RawClient(server.port())) {
      client.send("GET /");
      assertThat(client.isEndedThoughSending("x")).isTrue();
    }
  }

  @Test
  void aBodyThatDoesNotComeEndsTheRequest() throws IOException {
    start(times().withUpload(SOON));
    try (RawClient client = new RawClient(server.port())) {
      client.send(UPLOAD + "Content-Length: 1000\r\n\r\nabc");
      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void anUploadThatTricklesIsToldThatItTookTooLong() throws IOException {
    start(times().withUpload(SOON).withSending(NEVER));
    try (RawClient client = new RawClient(server.port())) {
      client.send(UPLOAD + "Content-Length: 999999\r\n\r\n");
      assertThat(client.responseThoughSending("x").status()).isEqualTo(408);
    }
  }

  @Test
  void settingsThatTrickleEndTheConnection() throws IOException {
    start(times().withAnswer(SOON));
    try (RawClient client = new RawClient(server.port())) {
      client.send("PUT /v1/accounts/a HTTP/1.1\r\n" + HOST + "Content-Length: 60000\r\n\r\n");
      assertThat(client.isEndedThoughSending(" ")).isTrue();
    }
  }

  @Test
  void aClientThatTakesNoAnswerIsCut() throws IOException {
    start(times().withAnswer(SOON));
    try (RawClient client = new RawClient(server.port())) {
      String ahead = ("GET /openapi.json HTTP/1.1\r\n" + HOST + "\r\n").repeat(100);
      assertThat(sentUntilEnded(client, ahead)).isLessThan(10_000);
    }
  }

  /// How often it could be sent.
  private static int sentUntilEnded(RawClient client, String text) {
    for (int i = 0; i < 10_000; i++) {
      try {
        client.send(text);
      } catch (IOException ended) {
        return i;
      }
    }
    return 10_000;
  }
}
