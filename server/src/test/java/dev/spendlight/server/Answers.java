package dev.spendlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.spendlight.document.DocumentKind;
import dev.spendlight.document.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractStringAssert;

/// What every answer has to be.
final class Answers {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Schemas SCHEMAS = new Schemas();

  private Answers() {}

  static JsonNode openApi() {
    try (InputStream in = Answers.class.getResourceAsStream("openapi.json")) {
      return JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /// A document of its schema, which nobody may keep.
  static JsonNode document(DocumentKind kind, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    assertThat(SCHEMAS.breaches(kind, response.body())).as(response.body()).isEmpty();
    return json(response.body());
  }

  /// A problem document; what is said is to be looked at.
  static AbstractStringAssert<?> problem(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    JsonNode problem = problem(response.body());
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("instance").textValue()).isEqualTo(response.uri().getRawPath());
    assertThat(problem.get("request_id").textValue()).isEqualTo(header(response, "X-Request-Id"));
    return assertThat(problem.get("detail").textValue());
  }

  static JsonNode problem(String body) {
    assertThat(breaches("Problem", body)).as(body).isEmpty();
    return json(body);
  }

  /// @param schema of those in openapi.json
  static Iterable<?> breaches(String schema, String body) {
    JsonNode openApi = openApi();
    String text =
        "{\"$ref\": \"#/components/schemas/%s\", \"components\": %s}"
            .formatted(schema, openApi.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON)
        .validate(body, InputFormat.JSON);
  }
}
