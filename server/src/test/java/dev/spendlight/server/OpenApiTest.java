package dev.spendlight.server;

import static dev.spendlight.server.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static ServerUnderTest server;
  private static JsonNode openApi;

  @BeforeAll
  static void start() {
    server = ServerUnderTest.withShop().start();
    openApi = json(server.get("/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void itDescribesExactlyTheRoutesThereAreWithTheirParameters() {
    TreeMap<String, Set<String>> routes = new TreeMap<>();
    for (Route route : server.server().routes().all()) {
      routes.put(route.method() + " " + route.template(), new TreeSet<>(route.parameters()));
    }
    TreeMap<String, Set<String>> described = new TreeMap<>();
    for (Operation each : operations()) {
      described.put(
          each.method() + " " + each.path(), new TreeSet<>(each.parameters("query").keySet()));
      assertThat(each.parameters("path").keySet())
          .as(each.path())
          .isEqualTo(
              new HashSet<>(
                  PathSegments.of(each.path()).stream()
                      .filter(segment -> segment.startsWith("{"))
                      .map(segment -> segment.substring(1, segment.length() - 1))
                      .toList()));
    }
    assertThat(described).isEqualTo(routes);
  }

  @Test
  void everyOperationAnswersAsItIsDescribed() {
    // Deleting comes last, or there would be nothing left to ask for.
    List<Operation> operations = new ArrayList<>(operations());
    operations.sort((one, other) -> one.method().equals("DELETE") ? 1 : other.rank() - one.rank());
    for (Operation each : operations) {
      HttpResponse<String> response = server.send(each.request(server));
      JsonNode answer = each.operation().at("/responses/" + response.statusCode());
      assertThat(response.statusCode()).as(each + " " + response.body()).isLessThan(300);
      assertThat(answer.isObject()).as("%s %d", each, response.statusCode()).isTrue();
      if (answer.has("content")) {
        assertThat(answer.get("content").fieldNames())
            .toIterable()
            .as(each.toString())
            .contains(response.headers().firstValue("Content-Type").orElse("").split(";")[0]);
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Set<String> references = new TreeSet<>();
    collect(openApi, references);
    assertThat(references).contains("#/components/schemas/Problem", "schemas/fact.schema.json");
    for (String each : references) {
      if (each.startsWith("#")) {
        assertThat(openApi.at(each.substring(1)).isMissingNode()).as(each).isFalse();
      } else {
        HttpResponse<String> schema = server.get("/" + each);
        assertThat(schema.statusCode()).as(each).isEqualTo(200);
        assertThat(json(schema.body()).get("$id").textValue())
            .isEqualTo("urn:spendlight:schema:" + each.replaceAll("schemas/|\\.schema\\.json", ""));
      }
    }
  }

  @Test
  void itsOwnSchemasKeepToTheStandard() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (JsonNode schema : openApi.at("/components/schemas")) {
      assertThat(
              registry
                  .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                  .validate(schema.toString(), InputFormat.JSON))
          .isEmpty();
    }
  }

  private static void collect(JsonNode node, Set<String> references) {
    if (node.has("$ref")) {
      references.add(node.get("$ref").textValue());
    }
    node.forEach(each -> collect(each, references));
  }

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    openApi
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method ->
                    operations.add(
                        new Operation(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            method.getValue()))));
    return operations;
  }

  private record Operation(String method, String path, JsonNode operation) {
    /// Where in the query or the path, by name.
    TreeMap<String, JsonNode> parameters(String in) {
      TreeMap<String, JsonNode> parameters = new TreeMap<>();
      for (JsonNode each : operation.path("parameters")) {
        JsonNode parameter =
            each.has("$ref") ? openApi.at(each.get("$ref").textValue().substring(1)) : each;
        if (parameter.get("in").textValue().equals(in)) {
          parameters.put(parameter.get("name").textValue(), parameter);
        }
      }
      return parameters;
    }

    int rank() {
      return method.equals("DELETE") ? -1 : 0;
    }

    /// With the examples that are given, and what has to be there.
    java.net.http.HttpRequest.Builder request(ServerUnderTest server) {
      String asked = path;
      for (JsonNode each : parameters("path").values()) {
        asked =
            asked.replace(
                "{" + each.get("name").textValue() + "}", each.get("example").textValue());
      }
      asked =
          asked.replace("f12", "f1")
              + (path.endsWith("/explain")
                  ? "?metric=acos&from=2026-03-01..2026-03-07&to=2026-03-08..2026-03-14"
                  : "");
      String body = method.equals("GET") || method.equals("DELETE") ? "" : "{}";
      return server.request(asked).method(method, BodyPublishers.ofString(body));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
