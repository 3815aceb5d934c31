package dev.spendlight.server;

import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.ServerRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The body of one request, read by one thread and only once.
final class RequestBody {
  /// Of a body that nobody wanted, so that its connection can go on, or its sender at least hears
  /// the answer.
  private static final int DRAINED = 1 << 20;

  private final ServerRequest request;
  private Optional<InputStream> opened = Optional.empty();

  /// Whether its framing is wrong: what comes next may be anything, or nothing for ever.
  private boolean broken;

  RequestBody(ServerRequest request) {
    this.request = request;
  }

  /// Asks a client that waits for it to send the body.
  ///
  /// @return a stream that throws a [Refusal] where the framing is wrong
  /// @throws Refusal when it is not packed as it should be
  InputStream open() {
    try {
      InputStream in = opened.orElseGet(() -> new Framed(request.content().inputStream()));
      opened = Optional.of(in);
      return in;
    } catch (UncheckedIOException e) {
      throw Refusal.badRequest("The body is not packed as its Content-Encoding says.");
    } catch (IllegalArgumentException | RequestException e) {
      throw brokenOff();
    }
  }

  private Refusal brokenOff() {
    broken = true;
    return Refusal.badRequest("The body is not as long or not in such chunks as it should be.");
  }

  /// Reads what is left, unless that is too much.
  ///
  /// @return whether nothing is left
  boolean isRead() {
    if (broken) {
      return false;
    }
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
    } catch (IOException | IllegalStateException | Refusal e) {
      return false;
    }
  }

  /// Helidon tells of wrong chunks by whatever its number parser throws.
  private final class Framed extends FilterInputStream {
    Framed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IllegalArgumentException | RequestException e) {
        throw brokenOff();
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IllegalArgumentException | RequestException e) {
        throw brokenOff();
      }
    }
  }
}
