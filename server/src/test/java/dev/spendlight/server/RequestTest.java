package dev.spendlight.server;

import static dev.spendlight.server.Answers.header;
import static dev.spendlight.server.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
  private static ServerUnderTest server;

  @BeforeAll
  static void start() {
    server = ServerUnderTest.withShop().start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aFitRequestIdComesBackAndAnotherIsReplaced() {
    for (String fit : List.of("a", "A-b_c.9", "x".repeat(64))) {
      assertThat(header(server.get("/health/live", "X-Request-Id", fit), "X-Request-Id"))
          .isEqualTo(fit);
      assertThat(header(server.get("/nothing", "X-Request-Id", fit), "X-Request-Id"))
          .isEqualTo(fit);
    }
    for (String unfit : List.of("x".repeat(65), "a b", "a\tb", "é", "<a>")) {
      assertThat(header(server.get("/health/live", "X-Request-Id", unfit), "X-Request-Id"))
          .matches("[A-Za-z0-9_-]{11}");
    }
    assertThat(header(server.get("/health/live"), "X-Request-Id"))
        .matches("[A-Za-z0-9_-]{11}")
        .isNotEqualTo(header(server.get("/health/live"), "X-Request-Id"));
  }

  @Test
  void everyAnswerSaysHowItMayBeUsed() {
    for (String path : List.of("/health/live", "/v1/accounts", "/nothing", "/metrics", "/")) {
      HttpResponse<String> response = server.get(path);
      assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
      assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/accounts/shop/findings",
        "/v1/accounts/shop/analysis",
        "/openapi.json",
        "/schemas/analysis.schema.json"
      })
  void aPackedAnswerIsTheSame(String path) throws Exception {
    server.get(path);
    HttpResponse<String> plain = server.get(path);
    HttpResponse<byte[]> packed =
        server
            .client()
            .send(
                server.request(path).header("Accept-Encoding", "br, gzip;q=0.5").build(),
                BodyHandlers.ofByteArray());

    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(plain, "Content-Encoding")).isEmpty();
    assertThat(unpacked(packed.body())).isEqualTo(plain.body());
    assertThat(packed.body().length).isLessThan(plain.body().length() / 2);
    assertThat(header(packed, "ETag")).isEqualTo(header(plain, "ETag"));
    assertThat(header(packed, "Content-Length")).isEqualTo(Integer.toString(packed.body().length));
  }

  @Test
  void smallAnswersAndUnwillingClientsGetPlainOnes() {
    assertThat(header(server.get("/health/live", "Accept-Encoding", "gzip"), "Content-Encoding"))
        .isEmpty();
    assertThat(
            header(server.get("/openapi.json", "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
        .isEmpty();
  }

  @Test
  void whatAClientAcceptsIsReadAsItIsWritten() {
    for (String yes : List.of("gzip", "GZIP", "deflate, gzip", "gzip;q=0.001", "*", "x-gzip")) {
      assertThat(Compression.isAccepted(yes)).as(yes).isTrue();
    }
    for (String no :
        List.of("", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzipped", "br")) {
      assertThat(Compression.isAccepted(no)).as(no).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:80",
        "127.0.0.1",
        "127.0.0.1:8080",
        "127.1.2.3",
        "[::1]",
        "[::1]:8080"
      })
  void namesOfThisMachineAreAnswered(String host) {
    assertThat(Loopback.isNamedBy(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "192.168.0.1",
        "0.0.0.0",
        "[2001:db8::1]",
        "127.0.0.1@evil",
        "::1"
      })
  void otherNamesAreNot(String host) {
    assertThat(Loopback.isNamedBy(host)).isFalse();
  }

  @Test
  void aPageOfAnotherSiteCannotAskUnderItsOwnName() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.send("GET /v1/accounts HTTP/1.1\r\nHost: evil.example:8080\r\n\r\n");
      assertThat(client.response().status()).isEqualTo(421);
    }
  }

  @Test
  void aPageOfAnotherSiteCannotChangeAnything() {
    for (String foreign :
        List.of("http://evil.example", "https://localhost.evil.example", "null")) {
      problem(403, server.post("/v1/accounts/shop/analysis", "", "Origin", foreign))
          .isEqualTo("Without keys a page of another site may change nothing here.");
      assertThat(server.get("/v1/accounts", "Origin", foreign).statusCode()).isEqualTo(200);
    }
    for (String own : List.of("http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]")) {
      assertThat(server.post("/v1/accounts/shop/analysis", "", "Origin", own).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void withoutKeysItListensOnThisMachineOnly() {
    for (String open : List.of("0.0.0.0", "::", "192.0.2.1")) {
      ServerUnderTest refused = new ServerUnderTest();
      refused.options = refused.options.withBind(open);
      assertThatThrownBy(refused::start)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(
              "cannot be bound to %s; bind it to 127.0.0.1, and put".formatted(open));
    }
  }

  @Test
  void aPortInUseIsTold() {
    ServerUnderTest second = new ServerUnderTest();
    second.options = second.options.withPort(server.port());
    assertThatThrownBy(second::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The server cannot listen on port %d of 127.0.0.1; choose another port.",
            server.port());
  }

  @Test
  void requestsAreCountedByRouteMethodAndStatus() {
    server.get("/v1/accounts/shop/summary");
    problem(404, server.get("/v1/accounts/other/summary"));
    problem(404, server.get("/no/such/path/" + "x".repeat(100)));

    String metrics = server.get("/metrics").body();
    assertThat(metrics)
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",route=\"/v1/accounts/{id}/summary\",status=\"200\"}",
            "http_server_requests_seconds_count{method=\"GET\",route=\"/v1/accounts/{id}/summary\",status=\"404\"}",
            "http_server_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"}",
            "http_server_requests_active 1.0",
            "jvm_memory_used_bytes")
        .doesNotContain("xxx", "other");
  }

  @Test
  void namesOfFilesAreTakenAsNamesAlone() {
    assertThat(UploadedParts.safe("../../etc/passwd")).isEqualTo("passwd");
    assertThat(UploadedParts.safe("C:\\reports\\may.csv")).isEqualTo("may.csv");
    assertThat(UploadedParts.safe("a\nb\u0000\u202Ec.csv")).isEqualTo("abc.csv");
    assertThat(UploadedParts.safe("x".repeat(200) + ".csv")).hasSize(120).endsWith("x.csv");
    assertThat(UploadedParts.safe("folder/")).isEqualTo("report");
    assertThat(UploadedParts.safe("Bericht für März.csv")).isEqualTo("Bericht für März.csv");
  }

  private static String unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
