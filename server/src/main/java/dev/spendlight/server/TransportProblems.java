package dev.spendlight.server;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import org.jspecify.annotations.Nullable;

/// What is said where a request never became one: its line, headers or framing are wrong.
final class TransportProblems implements DirectHandler {
  private final RequestIds ids;
  private final RequestMetrics metrics;

  TransportProblems(RequestIds ids, RequestMetrics metrics) {
    this.ids = ids;
    this.metrics = metrics;
  }

  DirectHandlers forAll() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, this);
    }
    return handlers.build();
  }

  /// A sentence for what Helidon refuses by itself; its own messages may quote the request.
  static Problem of(Status status) {
    return Problem.of(
        status,
        switch (status.code()) {
          case 413 -> "The body is longer than this server takes.";
          case 414 -> "The request line is longer than this server takes.";
          case 501 -> "The body may be sent with a Content-Length or chunked, in no other way.";
          case 505 -> "Ask with HTTP/1.1.";
          case 503 -> "The server is busy with as much as it can do at once; try again soon.";
          default ->
              "The request is malformed: its line, headers or body are not HTTP/1.1, or too long.";
        });
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType eventType,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    // What is asked of a route has its own handling, so this fault is one of reading the request.
    Status told = eventType == EventType.INTERNAL_ERROR ? Status.BAD_REQUEST_400 : status;
    String requestId = ids.next();
    metrics.answered(RequestMetrics.NO_ROUTE, "OTHER", told.code(), System.nanoTime());
    Reply reply = of(told).reply("", requestId).with(FrontDoor.X_REQUEST_ID, requestId);
    reply.headers().forEach(headers::set);
    headers.set(HeaderValues.CONNECTION_CLOSE);
    headers.set(HeaderNames.CACHE_CONTROL, "no-store");
    return TransportResponse.builder()
        .status(told)
        .headers(headers)
        .entity(reply.body())
        .keepAlive(false)
        .build();
  }
}
