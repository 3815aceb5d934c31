package dev.spendlight.server;

import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The body of one request, read by one thread and only once.
final class RequestBody {
  /// Of a body that nobody wanted, so that its connection can go on, or its sender at least hears
  /// the answer.
  private static final int DRAINED = 1 << 20;

  private final ServerRequest request;
  private Optional<InputStream> opened = Optional.empty();

  RequestBody(ServerRequest request) {
    this.request = request;
  }

  /// Asks a client that waits for it to send the body.
  InputStream open() {
    InputStream in = opened.orElseGet(() -> request.content().inputStream());
    opened = Optional.of(in);
    return in;
  }

  /// Reads what is left, unless that is too much.
  ///
  /// @return whether nothing is left
  boolean isRead() {
    if (!request.content().hasEntity() || request.content().consumed()) {
      return true;
    }
    if (opened.isEmpty() && request.headers().containsToken(HeaderValues.EXPECT_100)) {
      return false;
    }
    try {
      InputStream in = open();
      byte[] buffer = new byte[8192];
      for (int left = DRAINED; left > 0; ) {
        int read = in.read(buffer, 0, Math.min(left, buffer.length));
        if (read < 0) {
          return true;
        }
        left -= read;
      }
      return false;
    } catch (IOException | RequestException | IllegalStateException e) {
      return false;
    }
  }
}
