package dev.spendlight.testing.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.model.Usage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubClaudeTest {
  private static final String ASKED =
      """
      {"model": "claude-sonnet-5-5", "max_tokens": 10,
       "system": [{"type": "text", "text": "12345678", "cache_control": {"type": "ephemeral"}}],
       "messages": [{"role": "user", "content": "How?"}]}""";

  private final StubClaude stub = StubClaude.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void theScriptComesFirstAndTheUsualAnswerAfterIt() throws Exception {
    stub.usually(Replies.from(request -> "you asked " + request.question()))
        .then(Faults.status(529), Faults.html(200));
    assertThat(post(ASKED).statusCode()).isEqualTo(529);
    assertThat(post(ASKED).body()).startsWith("<html>");
    assertThat(post(ASKED).body()).contains("\"text\":\"you asked How?\"");
  }

  @Test
  void requestsAreKeptWithoutTheKey() throws Exception {
    post(ASKED);
    StubRequest request = stub.requests().getFirst();
    assertThat(request.body()).isEqualTo(ASKED);
    assertThat(request.model()).isEqualTo("claude-sonnet-5-5");
    assertThat(request.headers()).containsEntry("authorization", "(hidden)");
    assertThat(request.toString()).doesNotContain("the-key");
  }

  @Test
  void aMarkedSystemPromptIsWrittenOnceAndReadFromThenOn() throws Exception {
    stub.usually(Replies.text("12345"));
    post(ASKED);
    assertThat(post(ASKED).body()).contains("\"cache_read_input_tokens\":2");
    long input = stub.billed().getFirst().usage().input();
    assertThat(stub.billed())
        .containsExactly(
            new StubClaude.Billed("claude-sonnet-5-5", new Usage(input, 2, 0, 0, 2)),
            new StubClaude.Billed("claude-sonnet-5-5", new Usage(input, 0, 0, 2, 2)));
  }

  @Test
  void anAnswerThatDoesNotArriveHasToBePaidAllTheSame() {
    stub.then(Faults.cut("12345"), Faults.reset());
    assertThatThrownBy(() -> post(ASKED)).isInstanceOf(IOException.class);
    assertThat(stub.billed()).hasSize(1);
    assertThatThrownBy(() -> post(ASKED)).isInstanceOf(IOException.class);
    assertThat(stub.billed()).hasSize(1);
  }

  @Test
  void whatTheRealOneRefusesIsRefusedAndNotBilled() throws Exception {
    for (String wrong :
        List.of(
            "not JSON",
            ASKED.replace("\"user\"", "\"assistant\""),
            ASKED.replace("\"max_tokens\": 10", "\"max_tokens\": 0"),
            with("\"temperature\": 0"),
            with("\"thinking\": {\"type\": \"disabled\"}"),
            with(schema("{\"type\": \"string\", \"maxLength\": 5}")),
            with(schema("{\"type\": \"object\", \"properties\": {}}")),
            with(
                schema(
                    "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}},"
                        + " \"required\": [], \"additionalProperties\": false}")),
            with(schema("{\"anyOf\": [{\"type\": \"number\", \"minimum\": 1}]}")))) {
      assertThat(post(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(stub.billed()).isEmpty();
  }

  @Test
  void aPropertyMayBeNamedAsAKeyword() throws Exception {
    String schema =
        "{\"type\": \"object\", \"properties\": {\"pattern\": {\"type\": \"string\"}},"
            + " \"required\": [\"pattern\"], \"additionalProperties\": false}";
    assertThat(post(with(schema(schema))).statusCode()).isEqualTo(200);
  }

  @Test
  void tenThousandRequestsAreNoBurden() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<Integer>> answers =
          IntStream.range(0, 10_000)
              .mapToObj(each -> threads.submit(() -> post(ASKED).statusCode()))
              .toList();
      for (Future<Integer> each : answers) {
        assertThat(each.get()).isEqualTo(200);
      }
    }
    assertThat(stub.count()).isEqualTo(10_000);
    assertThat(stub.billed()).hasSize(10_000);
    assertThat(stub.requests()).hasSize(2_000);
  }

  private static String with(String field) {
    return ASKED.replace("\"max_tokens\"", field + ", \"max_tokens\"");
  }

  private static String schema(String schema) {
    return "\"output_config\": {\"format\": {\"type\": \"json_schema\", \"schema\": "
        + schema
        + "}}";
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(stub.baseUrl().resolve("/v1/messages"))
            .header("authorization", "Bearer the-key")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @AfterEach
  void close() {
    client.close();
    stub.close();
  }
}
