package dev.spendlight.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/// The path of every request: named, let in, routed, answered, sent, counted.
final class FrontDoor implements Handler {
  static final HeaderName X_REQUEST_ID = HeaderNames.create("X-Request-Id");

  private final Routes routes;
  private final RequestIds ids;
  private final Sender sender;
  private final RequestMetrics metrics;
  private final Connections connections;
  private final Duration sending;

  /// @param sending for a client to take an answer that came at the last moment
  FrontDoor(
      Routes routes,
      RequestIds ids,
      Sender sender,
      RequestMetrics metrics,
      Connections connections,
      Duration sending) {
    this.routes = routes;
    this.ids = ids;
    this.sender = sender;
    this.metrics = metrics;
    this.connections = connections;
    this.sending = sending;
  }

  /// @throws CloseConnectionException after the answer, when the connection cannot go on
  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    long began = System.nanoTime();
    metrics.begin();
    try {
      String requestId = ids.of(header(request, X_REQUEST_ID));
      String method = request.prologue().method().text();
      Routes.Match match = routes.find(method, request.path().rawPath());
      RequestBody body = new RequestBody(request);
      Reply reply = reply(request, body, requestId, match);
      boolean ends = isLast(request, body, reply);
      sender.send(request, response, reply, requestId, ends);
      metrics.answered(template(match), method, reply.status().code(), began);
      if (ends) {
        throw new CloseConnectionException("The connection ends with this answer");
      }
    } finally {
      metrics.end();
      connections.rest();
    }
  }

  /// Whether the connection ends with this answer: as the client wants, or since its body would not
  /// end. One that came too slowly is not waited for again.
  private static boolean isLast(ServerRequest request, RequestBody body, Reply reply) {
    return reply.status().equals(Status.REQUEST_TIMEOUT_408)
        || !body.isRead()
        || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
  }

  private Reply reply(
      ServerRequest request, RequestBody body, String requestId, Routes.Match match) {
    try {
      requireThisMachine(request);
      return switch (match) {
        case Routes.Match.Found found -> answer(request, body, requestId, found);
        case Routes.Match.WrongMethod wrong ->
            Problem.of(
                    Status.METHOD_NOT_ALLOWED_405, "This path takes %s.".formatted(wrong.allowed()))
                .reply(request.path().rawPath(), requestId)
                .with(HeaderNames.ALLOW, wrong.allowed());
        case Routes.Match.Unknown any ->
            throw new Refusal(
                Status.NOT_FOUND_404,
                "There is nothing at this path; openapi.json says what there is.");
      };
    } catch (CloseConnectionException gone) {
      throw gone;
    } catch (RuntimeException | Error fault) {
      return Faults.problem(fault, request, requestId).reply(request.path().rawPath(), requestId);
    }
  }

  private Reply answer(
      ServerRequest request, RequestBody body, String requestId, Routes.Match.Found found) {
    Deadline deadline = Deadline.in(found.route().time());
    // Whoever waits for the store or a model is told so in time; then there is a while for sending.
    Connections.allow(deadline.plus(sending));
    Call call = new Call(request, body, requestId, found.route(), found.variables(), deadline);
    call.requireKnownParameters();
    return found.route().endpoint().answer(call);
  }

  /// Without keys, the name under which it was asked has to be this machine's own, and a page that
  /// asks for more than to read has to come from here: a browser sends what any page tells it to.
  private static void requireThisMachine(ServerRequest request) {
    if (!Loopback.isNamedBy(header(request, HeaderNames.HOST))) {
      throw new Refusal(
          Status.MISDIRECTED_REQUEST_421,
          "Without keys the server answers to localhost and 127.0.0.1 only, not to this Host.");
    }
    String origin = header(request, HeaderNames.ORIGIN);
    if (!origin.isEmpty()
        && !request.prologue().method().equals(Method.GET)
        && !Loopback.isOriginOf(origin)) {
      throw new Refusal(
          Status.FORBIDDEN_403, "Without keys a page of another site may change nothing here.");
    }
  }

  private static String header(ServerRequest request, HeaderName name) {
    return request.headers().contains(name) ? request.headers().get(name).get() : "";
  }

  private static String template(Routes.Match match) {
    return switch (match) {
      case Routes.Match.Found found -> found.route().template();
      case Routes.Match.WrongMethod wrong -> wrong.template();
      case Routes.Match.Unknown any -> RequestMetrics.NO_ROUTE;
    };
  }
}
