package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.spendlight.app.command.Workbench;
import dev.spendlight.app.print.Terminal;
import dev.spendlight.document.DocumentKind;
import dev.spendlight.document.Schemas;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs commands in this process as a shell would: with a data folder, an environment, and a day
/// that is today.
record Shell(Map<String, String> environment, LocalDate today) {
  static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Schemas SCHEMAS = new Schemas();

  /// In a pipe, with data in a folder.
  static Shell in(Path data) {
    return new Shell(Map.of("SPENDLIGHT_DATA", data.toString()), TODAY);
  }

  Shell with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Shell(Map.copyOf(more), today);
  }

  /// What a command left behind.
  record Outcome(List<String> command, int code, String out, String err) {
    /// Done, with nothing to complain of.
    Outcome done() {
      assertThat(err).as("stderr of %s", command).isEmpty();
      assertThat(code).as("exit code of %s", command).isZero();
      return this;
    }

    /// The document of a kind that standard output has to be, kept to its schema.
    JsonNode json(DocumentKind kind) {
      assertThat(SCHEMAS.breaches(kind, out))
          .as("breaches of the %s schema by %s:%n%s", kind.key(), command, out)
          .isEmpty();
      return json();
    }

    /// Standard output, which has to be one JSON document and nothing else.
    JsonNode json() {
      try {
        return STRICT.readTree(out);
      } catch (JsonProcessingException e) {
        throw new AssertionError(
            "stdout of %s is not one JSON document:%n%s".formatted(command, out), e);
      }
    }
  }

  Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new Workbench(
                Terminal.of(printer(out), printer(err), environment),
                environment,
                Clock.fixed(today.atTime(8, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC)),
            arguments);
    return new Outcome(
        List.of(arguments),
        code,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  /// A command that has to succeed, and its document, which has to keep to the schema of its kind.
  JsonNode document(String... arguments) {
    return run(arguments).done().json(kind(arguments));
  }

  private static DocumentKind kind(String... arguments) {
    return switch (arguments[0]) {
      case "account" -> arguments[1].equals("list") ? DocumentKind.ACCOUNTS : DocumentKind.ACCOUNT;
      case "analyse" -> DocumentKind.ANALYSIS;
      default -> DocumentKind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    };
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
