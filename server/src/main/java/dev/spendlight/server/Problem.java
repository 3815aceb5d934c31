package dev.spendlight.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Why there is no answer, as RFC 9457 has it.
///
/// @param detail one sentence for the user: what is wrong, what to do
/// @param retryAfter whole seconds after which it may be tried again
record Problem(Status status, String detail, Optional<Long> retryAfter) {
  private static final JsonFactory JSON = new JsonFactory();

  static Problem of(Status status, String detail) {
    return new Problem(status, detail, Optional.empty());
  }

  Problem retryAfter(long seconds) {
    return new Problem(status, detail, Optional.of(seconds));
  }

  /// @param path that was asked for
  Reply reply(String path, String requestId) {
    Reply reply = Reply.of(status, Reply.PROBLEM, document(path, requestId));
    return retryAfter
        .map(seconds -> reply.with(HeaderNames.RETRY_AFTER, Long.toString(seconds)))
        .orElse(reply);
  }

  /// The type is `about:blank`: status and sentence say it all.
  private String document(String path, String requestId) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("type", "about:blank");
      json.writeStringField("title", status.reasonPhrase());
      json.writeNumberField("status", status.code());
      json.writeStringField("detail", detail);
      json.writeStringField("instance", path);
      json.writeStringField("request_id", requestId);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
