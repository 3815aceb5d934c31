package dev.spendlight.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.spendlight.testing.SharedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// One line of a public corpus of JSON, as the shared files hold it.
record CorpusCase(JsonNode line) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /// All cases of `corpora/NAME.jsonl`; the test is skipped where it is absent.
  static List<CorpusCase> all(String name) {
    try (var lines = Files.lines(SharedFiles.require("corpora/" + name + ".jsonl"))) {
      return lines.map(line -> new CorpusCase(parse(line))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  String text(String field) {
    return line.path(field).asText();
  }

  boolean has(String field) {
    return line.has(field);
  }

  /// The text of the bytes given; empty where they are no UTF-8, and so never become a text.
  Optional<String> decoded() {
    byte[] bytes = Base64.getDecoder().decode(text("base64"));
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
