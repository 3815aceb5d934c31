package dev.spendlight.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spendlight.account.AccountId;
import dev.spendlight.model.NanoDollars;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/// Open calls as JSON, for stores that keep text.
public final class OpenCallJson {
  private static final String MOST = "most_nano_dollars";

  private OpenCallJson() {}

  public static String write(OpenCall call) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", call.id().value())
            .put("at", call.at().toString())
            .put("account", call.subject().account().value())
            .put("as_of", call.subject().asOf().toString())
            .put("data_fingerprint", call.subject().dataFingerprint())
            .put("model", call.asked().model())
            .put("request_hash", call.asked().requestHash())
            .put("prompt_version", call.asked().promptVersion())
            .put("schema_version", call.asked().schemaVersion())
            .put("round", call.asked().round().name().toLowerCase(Locale.ROOT));
    call.most().ifPresent(most -> json.put(MOST, most.value()));
    return JsonTree.write(json);
  }

  /// @throws IllegalArgumentException when it is not what [#write] writes
  public static OpenCall read(String text) {
    JsonNode json = JsonTree.read(text);
    try {
      return new OpenCall(
          new ExchangeId(JsonTree.string(json, "id")),
          Instant.parse(JsonTree.string(json, "at")),
          new Exchange.Subject(
              new AccountId(JsonTree.string(json, "account")),
              LocalDate.parse(JsonTree.string(json, "as_of")),
              JsonTree.string(json, "data_fingerprint")),
          new Exchange.Asked(
              JsonTree.string(json, "model"),
              JsonTree.string(json, "request_hash"),
              JsonTree.string(json, "prompt_version"),
              JsonTree.string(json, "schema_version"),
              Round.valueOf(JsonTree.string(json, "round").toUpperCase(Locale.ROOT))),
          JsonTree.optional(json, MOST, _ -> new NanoDollars(JsonTree.number(json, MOST))));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("A note of a call tells its time and day.", e);
    }
  }
}
