package dev.spendlight.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.spendlight.reply.DraftReading.Breach;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The JSON form of a draft: `draft.schema.json`, the one source of it (draft 2020-12).
///
/// Making one loads a validator and compiles the schema, which takes a moment; threads may share
/// it.
final class DraftSchema {
  /// No model mends more than these at once.
  private static final int MOST_BREACHES = 20;

  private static final String NAME = "draft.schema.json";

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text(), InputFormat.JSON);

  DraftSchema() {
    schema.initializeValidators();
  }

  /// The schema itself, as JSON.
  static String text() {
    try (InputStream resource = DraftSchema.class.getResourceAsStream(NAME)) {
      if (resource == null) {
        throw new FileNotFoundException(NAME + " is not beside " + DraftSchema.class.getName());
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree() {
    try {
      return new ObjectMapper().readTree(text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether an object has a field that a draft has, and so is no wrapper around one.
  boolean knows(String field) {
    return schema.getSchemaNode().path("properties").has(field);
  }

  /// What a value breaches, up to [#MOST_BREACHES]; empty when it is a draft.
  List<Breach> breaches(JsonNode value) {
    return schema.validate(value).stream().limit(MOST_BREACHES).map(BreachWords::of).toList();
  }
}
