package dev.spendlight.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Renew the golden file with `mvn -pl core test -Dtest=WireSchemaTest -Dgolden.renew=true` and
/// read the difference: whoever changes it makes the provider compile a new grammar.
class WireSchemaTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/spendlight/reply/wire-schema.json");

  /// What structured output accepts, as its documentation lists it.
  private static final Set<String> ACCEPTED =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "minItems",
          "enum",
          "const",
          "anyOf",
          "$ref",
          "$defs",
          "format",
          "description");

  @Test
  void theWireSchemaIsTheSameToTheByte() throws IOException {
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(GOLDEN, WireSchema.text());
    }
    assertThat(WireSchema.text()).isEqualTo(Files.readString(GOLDEN));
  }

  /// A logged reply says by it which schema it had to follow.
  @Test
  void itsVersionIsTakenFromItsBytes() throws NoSuchAlgorithmException {
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(WireSchema.text().getBytes(StandardCharsets.UTF_8)));
    assertThat(WireSchema.version()).hasSize(8);
    assertThat(hash).startsWith(WireSchema.version());
  }

  @Test
  void itHoldsOnlyWhatTheWireAccepts() {
    Set<String> keywords = new TreeSet<>();
    keywords(Strictly.read(WireSchema.text()), keywords);
    assertThat(ACCEPTED).containsAll(keywords);
    assertThat(keywords).contains("enum", "items", "description");
  }

  private static void keywords(JsonNode schema, Set<String> into) {
    for (var field : schema.properties()) {
      into.add(field.getKey());
      if (field.getKey().equals("properties")) {
        field.getValue().forEach(each -> keywords(each, into));
      }
      if (field.getKey().equals("items")) {
        keywords(field.getValue(), into);
      }
    }
  }

  @Test
  void everyObjectRequiresAllItsFieldsAndNoOthers() {
    JsonNode wire = Strictly.read(WireSchema.text());
    for (JsonNode object : List.of(wire, wire.at("/properties/top_opportunities/items"))) {
      assertThat(object.path("additionalProperties")).isEqualTo(Strictly.read("false"));
      assertThat(object.path("required"))
          .extracting(JsonNode::asText)
          .containsExactlyInAnyOrderElementsOf(() -> object.path("properties").fieldNames());
    }
  }

  @Test
  void limitsAreToldInDescriptions() {
    assertThat(wire("{'type': 'array', 'description': 'A.', 'minItems': 2, 'maxItems': 3}"))
        .isEqualTo(
            Strictly.read(
                "{\"type\": \"array\","
                    + " \"description\": \"A. At least 2 entries. At most 3 entries.\"}"));
    assertThat(wire("{'type': 'string', 'minLength': 1, 'maxLength': 9}"))
        .isEqualTo(
            Strictly.read(
                "{\"type\": \"string\", \"description\": \"Never empty. At most 9 characters.\"}"));
    assertThat(wire("{'type': 'array', 'minItems': 1}"))
        .isEqualTo(Strictly.read("{\"type\": \"array\", \"minItems\": 1}"));
  }

  @Test
  void aLimitThatCanBeNeitherKeptNorToldIsNotLost() {
    assertThatThrownBy(() -> wire("{'type': 'object', 'properties': {'a': {'pattern': 'x'}}}"))
        .hasMessage("The wire schema knows no pattern.");
  }

  private static JsonNode wire(String source) {
    return WireSchema.of(Strictly.read(source.replace('\'', '"')));
  }
}
