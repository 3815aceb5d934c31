package dev.spendlight.server;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/// Sends replies, with the headers that all have, packed for whoever takes them so.
final class Sender {
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
  private static final Header GZIP =
      HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");
  private static final List<Header> ALWAYS =
      List.of(
          HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
          HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding"));

  /// @param ends whether the connection ends with this answer
  void send(
      ServerRequest request, ServerResponse response, Reply reply, String requestId, boolean ends) {
    ServerResponseHeaders headers = response.headers();
    headers.set(HeaderValues.create(FrontDoor.X_REQUEST_ID, requestId));
    headers.set(NO_STORE);
    ALWAYS.forEach(headers::set);
    reply.headers().forEach(headers::set);
    if (ends) {
      headers.set(HeaderValues.CONNECTION_CLOSE);
    }
    response.status(reply.status());
    if (reply.isWorthPacking() && takesGzip(request)) {
      headers.set(GZIP);
      response.send(reply.packedBody());
    } else if (reply.body().length > 0) {
      response.send(reply.body());
    } else {
      response.send();
    }
  }

  private static boolean takesGzip(ServerRequest request) {
    return request.headers().contains(HeaderNames.ACCEPT_ENCODING)
        && Compression.isAccepted(request.headers().get(HeaderNames.ACCEPT_ENCODING).values());
  }
}
