package dev.spendlight.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Writes one JSON document, a field at a time; what is absent is null, never left out.
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  /// Places that a ratio is told with.
  private static final int RATIO_PLACES = 10;

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /// A document whose root is an object, indented by two.
  static String object(Consumer<Json> fields) {
    StringWriter text = new StringWriter();
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.setPrettyPrinter(printer);
      out.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
      out.writeStartObject();
      fields.accept(new Json(out));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  Json text(String name, String value) {
    return write(() -> out.writeStringField(name, value));
  }

  Json text(String name, Optional<String> value) {
    return value.map(each -> text(name, each)).orElseGet(() -> absent(name));
  }

  Json number(String name, long value) {
    return write(() -> out.writeNumberField(name, value));
  }

  Json number(String name, double value) {
    return write(() -> out.writeNumberField(name, value));
  }

  /// With all digits that tell this double from its neighbours, written plainly.
  Json exact(String name, OptionalDouble value) {
    return value.isPresent()
        ? decimal(name, BigDecimal.valueOf(value.getAsDouble()))
        : absent(name);
  }

  Json truth(String name, boolean value) {
    return write(() -> out.writeBooleanField(name, value));
  }

  Json count(String name, Optional<Long> value) {
    return value.map(each -> number(name, each)).orElseGet(() -> absent(name));
  }

  Json decimal(String name, BigDecimal value) {
    return write(() -> out.writeNumberField(name, value));
  }

  Json decimal(String name, Optional<BigDecimal> value) {
    return value.map(each -> decimal(name, each)).orElseGet(() -> absent(name));
  }

  /// Rounded half-even, without trailing zeros.
  Json ratio(String name, Optional<BigDecimal> value) {
    return decimal(name, value.map(Json::rounded));
  }

  static BigDecimal rounded(BigDecimal value) {
    BigDecimal rounded = value.setScale(RATIO_PLACES, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  Json absent(String name) {
    return write(() -> out.writeNullField(name));
  }

  Json object(String name, Consumer<Json> fields) {
    return write(() -> {
      out.writeObjectFieldStart(name);
      fields.accept(this);
      out.writeEndObject();
    });
  }

  Json texts(String name, Collection<String> values) {
    return write(() -> {
      out.writeArrayFieldStart(name);
      for (String value : values) {
        out.writeString(value);
      }
      out.writeEndArray();
    });
  }

  <T> Json objects(String name, Collection<T> values, BiConsumer<Json, T> fields) {
    return write(() -> {
      out.writeArrayFieldStart(name);
      for (T value : values) {
        out.writeStartObject();
        fields.accept(this, value);
        out.writeEndObject();
      }
      out.writeEndArray();
    });
  }

  private interface Writing {
    void run() throws IOException;
  }

  private Json write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
