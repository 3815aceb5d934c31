package dev.spendlight.claude;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.spendlight.claude.Outcome.Charge;
import dev.spendlight.claude.Outcome.Health;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelReply.Complete;
import dev.spendlight.model.ModelReply.Garbled;
import dev.spendlight.model.ModelReply.Interrupted;
import dev.spendlight.model.ModelReply.Refused;
import dev.spendlight.model.ModelReply.Truncated;
import dev.spendlight.model.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A message of the Messages API: its stop reason first, then its blocks by type.
///
/// A tree of our own rather than the SDK's classes: those throw where a field is null or new, and
/// cost several times the work. What a message calls itself, or its content type, does not matter
/// where the parts that count are there: it was paid for.
final class MessageReader {
  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private static final Predicate<String> NAME =
      Pattern.compile("[\\w.:@-]{1,100}").asMatchPredicate();

  /// Far above any window, far below where sums overflow.
  private static final long MOST_TOKENS = 1_000_000_000;

  private MessageReader() {}

  static Outcome read(Answer answer) {
    JsonNode message;
    try {
      message = JSON.readTree(answer.body());
    } catch (IOException e) {
      return outcome(answer, new Garbled("The answer is not JSON."), Optional.empty(), "");
    }
    return outcome(
        answer, reply(message), usage(message.path("usage")), text(message.path("model")));
  }

  private static Outcome outcome(
      Answer answer, ModelReply reply, Optional<Usage> usage, String model) {
    return new Outcome(
        reply,
        Charge.USAGE,
        usage,
        answer.requestId(),
        Optional.of(model).filter(NAME),
        false,
        Optional.empty(),
        reply instanceof Garbled ? Health.BAD : Health.GOOD);
  }

  private static ModelReply reply(JsonNode message) {
    String stop = text(message.path("stop_reason"));
    if (!NAME.test(stop)) {
      return new Garbled("The answer is no message: it has no stop reason.");
    }
    return switch (stop) {
      case "refusal" -> new Refused();
      case "end_turn", "stop_sequence" ->
          content(message)
              .<ModelReply>map(Complete::new)
              .orElseGet(() -> new Garbled("The message has no readable content."));
      case "max_tokens", "model_context_window_exceeded" ->
          content(message)
              .<ModelReply>map(blocks -> new Truncated(blocks, stop))
              .orElseGet(() -> new Garbled("The message has no readable content."));
      default -> new Interrupted(stop);
    };
  }

  private static Optional<List<ContentBlock>> content(JsonNode message) {
    JsonNode content = message.path("content");
    if (!content.isArray()) {
      return Optional.empty();
    }
    List<ContentBlock> blocks = new ArrayList<>(content.size());
    for (JsonNode block : content) {
      String type = text(block.path("type"));
      JsonNode text = block.path("text");
      switch (type) {
        case "text" -> {
          if (!text.isTextual()) {
            return Optional.empty();
          }
          blocks.add(new ContentBlock.Text(text.textValue()));
        }
        case "thinking", "redacted_thinking" -> blocks.add(new ContentBlock.Thinking());
        default -> {
          if (!NAME.test(type)) {
            return Optional.empty();
          }
          blocks.add(new ContentBlock.Other(type));
        }
      }
    }
    return Optional.of(blocks);
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : "";
  }

  /// Empty when a number is missing or absurd: what is not known is not counted as nothing.
  private static Optional<Usage> usage(JsonNode usage) {
    OptionalLong input = tokens(usage.path("input_tokens"));
    OptionalLong output = tokens(usage.path("output_tokens"));
    OptionalLong read = tokensOrNone(usage.path("cache_read_input_tokens"));
    OptionalLong written = tokensOrNone(usage.path("cache_creation_input_tokens"));
    OptionalLong hour =
        tokensOrNone(usage.path("cache_creation").path("ephemeral_1h_input_tokens"));
    if (input.isEmpty()
        || output.isEmpty()
        || read.isEmpty()
        || written.isEmpty()
        || hour.isEmpty()
        || hour.getAsLong() > written.getAsLong()) {
      return Optional.empty();
    }
    return Optional.of(
        new Usage(
            input.getAsLong(),
            written.getAsLong() - hour.getAsLong(),
            hour.getAsLong(),
            read.getAsLong(),
            output.getAsLong()));
  }

  private static OptionalLong tokensOrNone(JsonNode number) {
    return number.isMissingNode() || number.isNull() ? OptionalLong.of(0) : tokens(number);
  }

  private static OptionalLong tokens(JsonNode number) {
    return number.isIntegralNumber()
            && number.canConvertToLong()
            && number.longValue() >= 0
            && number.longValue() <= MOST_TOKENS
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }
}
