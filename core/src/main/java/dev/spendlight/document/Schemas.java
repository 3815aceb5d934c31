package dev.spendlight.document;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The JSON Schemas of the documents (draft 2020-12), each complete in itself, and whether a
/// document keeps to its own.
///
/// Making one loads a validator, which takes a moment: no command needs it to answer. Threads may
/// share one.
public final class Schemas {
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  /// The schema itself, as JSON.
  public static String text(DocumentKind kind) {
    String name = kind.key() + ".schema.json";
    try (InputStream resource = Schemas.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new FileNotFoundException(name + " is not beside " + Schemas.class.getName());
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a document breaches of its schema, one line each; empty when it keeps to it.
  ///
  /// @param json that can be parsed
  public List<String> breaches(DocumentKind kind, String json) {
    Schema schema = registry.getSchema(text(kind), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Schemas::line).toList();
  }

  private static String line(Error error) {
    return error.getInstanceLocation() + ": " + error.getMessage();
  }
}
