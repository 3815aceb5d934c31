package dev.spendlight.claude;

import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// A question in Claude's words. Threads may share one.
final class RequestWriter {
  private static final ObjectMapper SCHEMAS = new ObjectMapper();

  /// What a provider adds to a prompt by itself (how a reply has to be structured, marks around
  /// turns), in tokens, with room to spare.
  private static final int ADDED_BY_PROVIDER = 2_000;

  /// One schema is asked for over and over: read once, it is kept.
  private final AtomicReference<KnownSchema> lastSchema =
      new AtomicReference<>(new KnownSchema("", JsonOutputFormat.Schema.builder().build()));

  private record KnownSchema(String text, JsonOutputFormat.Schema schema) {}

  /// @throws IllegalArgumentException when the schema is not a JSON object
  MessageCreateParams write(ModelRequest request) {
    MessageCreateParams.Builder message =
        MessageCreateParams.builder().model(request.model()).maxTokens(request.maxTokens());
    OutputConfig.Builder output =
        OutputConfig.builder()
            .format(JsonOutputFormat.builder().schema(schema(request.schema())).build());
    ModelFamily.of(request.model()).shape(message, output);
    message.outputConfig(output.build());
    if (!request.system().isEmpty()) {
      // The mark stands on the last block that is the same in every request.
      TextBlockParam system =
          TextBlockParam.builder()
              .text(request.system())
              .cacheControl(CacheControlEphemeral.builder().build())
              .build();
      message.systemOfTextBlockParams(List.of(system));
    }
    for (Turn turn : request.turns()) {
      if (turn.speaker() == Speaker.USER) {
        message.addUserMessage(turn.text());
      } else {
        message.addAssistantMessage(turn.text());
      }
    }
    return message.build();
  }

  /// The body of the request, byte for byte as it is sent.
  byte[] json(MessageCreateParams message) {
    try {
      return ObjectMappers.jsonMapper().writeValueAsBytes(message._body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A request of text and numbers can be written.", e);
    }
  }

  /// More tokens than the prompt can have, known without asking anybody. A token of a byte-level
  /// vocabulary stands for one byte at least, and the body holds every byte of the prompt. Real
  /// prompts have a third to a quarter of that.
  static long promptTokensAtMost(byte[] body) {
    return (long) body.length + ADDED_BY_PROVIDER;
  }

  private JsonOutputFormat.Schema schema(String text) {
    KnownSchema last = lastSchema.get();
    if (!last.text().equals(text)) {
      last = new KnownSchema(text, read(text));
      lastSchema.set(last);
    }
    return last.schema();
  }

  private static JsonOutputFormat.Schema read(String text) {
    JsonNode tree;
    try {
      tree = SCHEMAS.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The schema of a reply has to be JSON.");
    }
    if (!tree.isObject()) {
      throw new IllegalArgumentException("The schema of a reply has to be a JSON object.");
    }
    JsonOutputFormat.Schema.Builder schema = JsonOutputFormat.Schema.builder();
    tree.properties()
        .forEach(each ->
            schema.putAdditionalProperty(each.getKey(), JsonValue.fromJsonNode(each.getValue())));
    return schema.build();
  }
}
