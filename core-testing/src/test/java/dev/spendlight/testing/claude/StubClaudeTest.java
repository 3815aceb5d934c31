package dev.spendlight.testing.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.model.Usage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubClaudeTest {
  private static final String ASKED =
      """
      {"model": "claude-sonnet-5-5", "max_tokens": 10,
       "system": [{"type": "text", "text": "12345678", "cache_control": {"type": "ephemeral"}}],
       "messages": [{"role": "user", "content": "How?"}]}\
      """;

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
  void tenThousandRequestsOfWhichAFifthMeetsAFaultAreNoBurden() throws Exception {
    stub.usually(new Mixture(7, 0.2, Replies.text("works"), Faults.ofEveryKind()));
    long working = answers(10_000, 16).stream().filter(it -> it.contains("works")).count();
    assertThat(working).isBetween(7_800L, 8_200L);
    assertThat(stub.count()).isEqualTo(10_000);
    assertThat(stub.requests()).hasSize(2_000);
  }

  @Test
  void aMixtureMeetsEqualRequestsWithTheSameFaultsHoweverManyThreadsAsk() throws Exception {
    List<Behaviour> faults = List.of(Faults.status(500), Faults.status(529), Faults.html(200));
    stub.usually(new Mixture(7, 0.5, Replies.text("works"), faults));
    List<String> alone = answers(300, 1);
    stub.usually(new Mixture(7, 0.5, Replies.text("works"), faults));
    List<String> together = answers(300, 16);
    assertThat(kinds(together)).isEqualTo(kinds(alone)).hasSize(4);
  }

  @Test
  void aMixtureWithoutOrOfNothingButFaultsIsOne() throws Exception {
    stub.usually(new Mixture(7, 0, Replies.text("works"), List.of(Faults.status(529))));
    assertThat(answers(50, 1)).allMatch(it -> it.contains("works"));
    stub.usually(new Mixture(7, 1, Replies.text("works"), List.of(Faults.status(529))));
    assertThat(answers(50, 1)).noneMatch(it -> it.contains("works"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mixture(7, 20, Replies.text("works"), Faults.ofEveryKind()));
  }

  /// What came back, request by request; the exception's name where nothing did.
  private List<String> answers(int many, int atOnce) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      List<Future<String>> answers =
          IntStream.range(0, many).mapToObj(each -> threads.submit(this::answer)).toList();
      List<String> all = new ArrayList<>();
      for (Future<String> each : answers) {
        all.add(each.get());
      }
      return all;
    }
  }

  private String answer() throws InterruptedException {
    try {
      return post(ASKED).body();
    } catch (IOException e) {
      return e.getClass().getSimpleName();
    }
  }

  /// How often each of the four answers came.
  private static Map<String, Long> kinds(List<String> answers) {
    return answers.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.replaceAll(".*(works|api_error|overloaded|html).*", "$1"),
                Collectors.counting()));
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
