package dev.spendlight.testing.claude;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spendlight.model.Usage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Behaviours of a provider, a network or a proxy that does not work.
public final class Faults {
  private static final Map<Integer, String> TYPES =
      Map.ofEntries(
          Map.entry(400, "invalid_request_error"),
          Map.entry(401, "authentication_error"),
          Map.entry(402, "billing_error"),
          Map.entry(403, "permission_error"),
          Map.entry(404, "not_found_error"),
          Map.entry(413, "request_too_large"),
          Map.entry(429, "rate_limit_error"),
          Map.entry(504, "timeout_error"),
          Map.entry(529, "overloaded_error"));

  private Faults() {}

  /// An error as the provider words it.
  public static Behaviour status(int status) {
    return status(status, Map.of());
  }

  /// @param headers such as `retry-after` or `x-should-retry`
  public static Behaviour status(int status, Map<String, String> headers) {
    String type = TYPES.getOrDefault(status, "api_error");
    return (request, response) ->
        response.json(status, headers, error(type, "quotes: " + request.body()));
  }

  public static Behaviour busy(String retryAfter) {
    return status(429, Map.of("retry-after", retryAfter));
  }

  /// A proxy's page instead of an answer.
  public static Behaviour html(int status) {
    return bytes(status, "text/html", "<html><body>Please log in.</body></html>");
  }

  public static Behaviour redirect(URI elsewhere) {
    return (request, response) ->
        response.json(307, Map.of("location", elsewhere.toString()), "{}");
  }

  /// A success that is none.
  public static Behaviour bytes(int status, String contentType, String body) {
    return (request, response) ->
        response.whole(
            status, Map.of("content-type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  /// Bytes that chance chose.
  public static Behaviour garbage(long seed) {
    byte[] body = new byte[2_000];
    new Random(seed).nextBytes(body);
    return (request, response) ->
        response.whole(200, Map.of("content-type", "application/json"), body);
  }

  /// A message that never ends, up to that many bytes.
  public static Behaviour huge(long bytes) {
    byte[] part = new byte[64 << 10];
    Arrays.fill(part, (byte) 'x');
    return (request, response) -> {
      ran(request, response, "");
      byte[] start =
          "{\"content\":[{\"type\":\"text\",\"text\":\"".getBytes(StandardCharsets.UTF_8);
      response.head(200, Map.of("content-type", "application/json"), start.length + bytes);
      response.write(start);
      for (long sent = 0; sent < bytes; sent += part.length) {
        response.write(part);
      }
    };
  }

  /// Not a byte until the client gives up. The model may have run.
  public static Behaviour silence() {
    return (request, response) -> {
      ran(request, response, "never read");
      response.waitForTheClientToLeave();
    };
  }

  /// Half a message, and then nothing until the client gives up.
  public static Behaviour stalls(String reply) {
    return (request, response) -> {
      half(request, response, reply);
      response.waitForTheClientToLeave();
    };
  }

  /// A message that comes byte by byte: no wait for the next one is long, the whole is.
  ///
  /// @param between one byte and the next
  public static Behaviour trickles(String reply, Duration between) {
    return (request, response) -> {
      byte[] whole = message(request, response, reply);
      response.head(200, Map.of("content-type", "application/json"), whole.length);
      for (byte each : whole) {
        response.write(new byte[] {each});
        response.pause(between);
      }
    };
  }

  /// Half a message, and then the end of the connection.
  public static Behaviour cut(String reply) {
    return (request, response) -> {
      half(request, response, reply);
      response.hangUp();
    };
  }

  /// A reset instead of an answer.
  public static Behaviour reset() {
    return (request, response) -> response.reset();
  }

  /// What can go wrong at once, one of each kind: errors with and without a wait, connections that
  /// break, answers that are none, and answers that stop for another reason than their end. Nothing
  /// in it lets a client wait, so it suits a [Mixture] for many requests.
  public static List<Behaviour> ofEveryKind() {
    return List.of(
        busy("1"),
        busy("3600"),
        busy("soon"),
        status(429),
        status(408),
        status(500),
        status(503, Map.of("retry-after", "0")),
        status(504),
        status(529),
        cut("cut off"),
        reset(),
        html(200),
        html(502),
        garbage(1),
        bytes(200, "application/json", ""),
        Replies.content("[]"),
        Replies.with("usage", "null"),
        Replies.stopped("max_tokens", "{\"cut"),
        Replies.stopped("model_context_window_exceeded", ""),
        Replies.stopped("refusal", ""),
        Replies.stopped("pause_turn", ""));
  }

  static String error(String type, String message) {
    ObjectNode body = Replies.JSON.createObjectNode().put("type", "error");
    body.putObject("error").put("type", type).put("message", message);
    return body.toString();
  }

  private static void half(StubRequest request, StubResponse response, String reply)
      throws IOException {
    byte[] whole = message(request, response, reply);
    response.head(200, Map.of("content-type", "application/json"), whole.length);
    response.write(Arrays.copyOf(whole, whole.length / 2));
  }

  private static byte[] message(StubRequest request, StubResponse response, String reply) {
    return Replies.whole(request, reply, ran(request, response, reply))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Usage ran(StubRequest request, StubResponse response, String reply) {
    Usage usage = response.usage(request, reply);
    response.bill(request.model(), usage);
    return usage;
  }
}
