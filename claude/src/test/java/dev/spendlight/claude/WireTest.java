package dev.spendlight.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.spendlight.model.ModelReply.Complete;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import dev.spendlight.testing.SharedFiles;
import dev.spendlight.testing.claude.Faults;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sent, for each family of models. The bodies are renewed with `-Dgolden.renew=true`; read
/// the difference.
class WireTest extends StubbedTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "dev", "spendlight", "claude");

  private static final List<String> MODELS =
      List.of(
          "claude-haiku-5-5",
          "claude-sonnet-5-5",
          "claude-opus-5-5",
          "claude-opus-5",
          "claude-sonnet-5",
          "claude-opus-4-8",
          "claude-opus-4-7",
          "claude-opus-4-6",
          "claude-opus-4-5",
          "claude-opus-4-5-20251101",
          "claude-sonnet-4-6",
          "claude-sonnet-4-5",
          "claude-haiku-4-5",
          "claude-haiku-4-5-20251001",
          "claude-fable-5-1",
          "claude-someday-9");

  /// The stub refuses what the provider refuses of a family, so an answer says that it was right.
  @Test
  void everyRequestIsValidByTheProvidersOwnDescription() throws IOException {
    Schema schema = requestSchema();
    stub.usually(Replies.text("half"));
    for (String name : MODELS) {
      assertThat(model.ask(Questions.to(name), Questions.PATIENT).reply())
          .as(name)
          .isInstanceOf(Complete.class);
      assertThat(
              model
                  .ask(
                      new ModelRequest(
                          name, "", List.of(new Turn(Speaker.USER, "How?")), Questions.SCHEMA, 1),
                      Questions.PATIENT)
                  .reply())
          .as(name)
          .isInstanceOf(Complete.class);
    }
    stub.then(Faults.status(500), Faults.cut("half"));
    model.ask(Questions.standard(), Questions.PATIENT);
    assertThat(stub.requests()).hasSize(2 * MODELS.size() + 3);
    for (StubRequest request : stub.requests()) {
      assertThat(request.method() + " " + request.path()).isEqualTo("POST /v1/messages");
      assertThat(schema.validate(request.body(), InputFormat.JSON)).as(request.body()).isEmpty();
    }
  }

  /// The check above can fail.
  @Test
  void theProvidersDescriptionRefusesWhatIsWrong() throws IOException {
    Schema schema = requestSchema();
    ObjectNode body = (ObjectNode) JSON.readTree(ClaudeModel.describe(Questions.standard()));
    assertThat(schema.validate(body.toString(), InputFormat.JSON)).isEmpty();
    for (String wrong :
        List.of(
            "{\"temperature\": 0.5}",
            "{\"thinking\": {\"type\": \"perhaps\"}}",
            "{\"messages\": [{\"role\": \"narrator\", \"content\": \"x\"}]}",
            "{\"output_config\": {\"format\": {\"type\": \"json\"}}}",
            "{\"system\": [{\"type\": \"text\", \"text\": \"\"}]}",
            "{\"max_tokens\": \"many\"}")) {
      JsonNode changed = body.deepCopy().setAll((ObjectNode) JSON.readTree(wrong));
      assertThat(schema.validate(changed.toString(), InputFormat.JSON)).as(wrong).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-sonnet-5-5", "claude-haiku-4-5", "claude-opus-5"})
  void theBodyIsTheOneThatWasReviewed(String name) throws IOException {
    stub.then(Replies.text("half"));
    model.ask(Questions.to(name), Questions.PATIENT);
    String body = stub.requests().getFirst().body();
    assertThat(body).isEqualTo(ClaudeModel.describe(Questions.to(name)));
    Path golden = GOLDEN.resolve(name + ".json");
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(golden, JSON.readTree(body).toPrettyString() + "\n");
    }
    assertThat(body).isEqualTo(JSON.readTree(Files.readString(golden)).toString());
  }

  @Test
  void theHeadersAreTheProtocols() {
    stub.then(Replies.text("half"));
    model.ask(Questions.standard(), Questions.PATIENT);
    assertThat(stub.requests().getFirst().headers())
        .containsEntry("anthropic-version", "2026-10-21")
        .containsEntry("content-type", "application/json")
        .containsEntry("authorization", "(hidden)")
        .containsEntry("x-stainless-retry-count", "0");
  }

  @Test
  void theSameQuestionIsTheSameBytesAndItsStablePartComesFirst() {
    String one = ClaudeModel.describe(Questions.standard());
    assertThat(ClaudeModel.describe(Questions.standard())).isEqualTo(one);
    ModelRequest other =
        new ModelRequest(
            "claude-sonnet-5-5",
            Questions.standard().system(),
            List.of(new Turn(Speaker.USER, "Another account.")),
            Questions.SCHEMA,
            2_000);
    JsonNode first = json(one);
    JsonNode second = json(ClaudeModel.describe(other));
    assertThat(first.get("system")).isEqualTo(second.get("system"));
    assertThat(first.get("output_config")).isEqualTo(second.get("output_config"));
    assertThat(first.at("/system/0/cache_control/type").asText()).isEqualTo("ephemeral");
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-opus-6", "claude-sonnet-6-20270101", "claude-opus-5-6", "gpt"})
  void aModelThatIsNotKnownYetGetsNothingThatItCouldRefuse(String name) {
    JsonNode body = json(ClaudeModel.describe(Questions.to(name)));
    assertThat(body.has("thinking")).isFalse();
    assertThat(body.at("/output_config/effort").isMissingNode()).isTrue();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema requestSchema() throws IOException {
    JsonNode document =
        JSON.readTree(Files.readString(SharedFiles.require("reference/claude-openapi.json")));
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$ref", "#/components/schemas/CreateMessageParams");
    schema.set("components", document.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.toString(), InputFormat.JSON);
  }
}
